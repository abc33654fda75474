package org.xinheng.task.rest;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xinheng.caller.CurrentCaller;
import org.xinheng.contract.Contract;
import org.xinheng.contract.Ids;
import org.xinheng.contract.QueryParameters;
import org.xinheng.contract.api.DeadLetterPage;
import org.xinheng.contract.api.DeadLetterView;
import org.xinheng.contract.api.OperationId;
import org.xinheng.contract.api.WebhookListView;
import org.xinheng.contract.api.WebhookReplayRequest;
import org.xinheng.contract.api.WebhookRequest;
import org.xinheng.contract.api.WebhookView;
import org.xinheng.kernel.ErrorCode;
import org.xinheng.task.Webhook;
import org.xinheng.task.Webhooks;
import org.xinheng.task.service.KeepWebhooks;

/** {@code /v1/webhooks}: where an agency's tasks are brought to. */
@Path("/v1/webhooks")
@Produces(MediaType.APPLICATION_JSON)
public class WebhookResource {
    private final Contract contract;
    private final CurrentCaller caller;
    private final KeepWebhooks keepWebhooks;

    WebhookResource(Contract contract, CurrentCaller caller, KeepWebhooks keepWebhooks) {
        this.contract = contract;
        this.caller = caller;
        this.keepWebhooks = keepWebhooks;
    }

    static WebhookView webhook(Webhook.Health health, @Nullable String secret) {
        Webhook webhook = health.webhook();
        return new WebhookView(
                webhook.id(),
                webhook.department(),
                webhook.url(),
                webhook.recordedAt(),
                webhook.revoked(),
                Long.toString(health.number()),
                health.failures(),
                health.waiting(),
                health.dead(),
                secret);
    }

    /**
     * Makes one. Its secret is in this answer alone, which is therefore never kept to be given again: there is no
     * {@code Idempotency-Key} here.
     */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response make(byte[] body) {
        WebhookRequest request = contract.body(WebhookRequest.class, body);
        String after = request.after();
        KeepWebhooks.Made made =
                keepWebhooks.make(caller.get(), request.url(), after == null ? null : Long.valueOf(after));
        return Response.status(Response.Status.CREATED)
                .header("Location", "/v1/webhooks/" + made.health().webhook().id())
                .entity(webhook(made.health(), made.secret()))
                .build();
    }

    /** An agency's own, or all. */
    @GET
    public WebhookListView all() {
        return new WebhookListView(keepWebhooks.all(caller.get()).stream()
                .map(each -> webhook(each, null))
                .toList());
    }

    /** One and how it fares. */
    @GET
    @Path("{id}")
    public WebhookView read(@PathParam("id") String id) {
        return webhook(keepWebhooks.find(caller.get(), Ids.of(id, ErrorCode.WEBHOOK_NOT_FOUND)), null);
    }

    /** What was given up. */
    @GET
    @Path("{id}/dead-letters")
    public DeadLetterPage deadLetters(@PathParam("id") String id, @Context UriInfo uri) {
        QueryParameters query = contract.query(OperationId.READ_DEAD_LETTERS, uri.getQueryParameters());
        long after = query.text("after").map(Long::parseLong).orElse(0L);
        List<Webhooks.DeadLetter> found = keepWebhooks.deadLetters(
                caller.get(), Ids.of(id, ErrorCode.WEBHOOK_NOT_FOUND), after, query.size() + 1);
        boolean more = found.size() > query.size();
        List<DeadLetterView> items = (more ? found.subList(0, query.size()) : found)
                .stream()
                        .map(each -> new DeadLetterView(
                                Long.toString(each.number()), each.task(), each.attempts(), each.error()))
                        .toList();
        return new DeadLetterPage(items, more ? items.get(items.size() - 1).number() : null);
    }

    /** Ends one. */
    @POST
    @Path("{id}/revocation")
    public WebhookView revoke(@PathParam("id") String id) {
        return webhook(keepWebhooks.revoke(caller.get(), Ids.of(id, ErrorCode.WEBHOOK_NOT_FOUND)), null);
    }

    /** Has tasks brought once more. */
    @POST
    @Path("{id}/replay")
    @Consumes(MediaType.APPLICATION_JSON)
    public WebhookView replay(@PathParam("id") String id, byte[] body) {
        UUID webhook = Ids.of(id, ErrorCode.WEBHOOK_NOT_FOUND);
        WebhookReplayRequest request = contract.body(WebhookReplayRequest.class, body);
        String from = request.from();
        return webhook(
                keepWebhooks.replay(caller.get(), webhook, from == null ? null : Long.valueOf(from), request.reason()),
                null);
    }
}
