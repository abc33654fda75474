package org.xinheng.task.rest;

import com.fasterxml.jackson.databind.JsonNode;
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
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xinheng.caller.CurrentCaller;
import org.xinheng.contract.Contract;
import org.xinheng.contract.QueryParameters;
import org.xinheng.contract.api.OperationId;
import org.xinheng.kernel.ErrorCode;
import org.xinheng.kernel.Refusal;
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

    /** {@code Webhook} of the contract. */
    record WebhookView(
            UUID id,
            String agency,
            URI url,
            Instant madeAt,
            boolean revoked,
            String number,
            int failures,
            long waiting,
            long dead,
            @Nullable String secret) {
        static WebhookView of(Webhook.Health health, @Nullable String secret) {
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
    }

    /** {@code WebhookList} of the contract. */
    record All(List<WebhookView> items) {}

    /** {@code DeadLetter} of the contract. */
    record DeadLetterView(
            String number,
            UUID task,
            int attempts,
            @Nullable String error) {}

    /** {@code DeadLetterPage} of the contract. */
    record DeadLetters(List<DeadLetterView> items, @Nullable String next) {}

    /**
     * Makes one. Its secret is in this answer alone, which is therefore never kept to be given again: there is no
     * {@code Idempotency-Key} here.
     */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response make(byte[] body) {
        JsonNode request = contract.body("WebhookRequest", body);
        String after = request.path("after").textValue();
        KeepWebhooks.Made made = keepWebhooks.make(
                caller.get(), request.get("url").textValue(), after == null ? null : Long.valueOf(after));
        return Response.status(Response.Status.CREATED)
                .header("Location", "/v1/webhooks/" + made.health().webhook().id())
                .entity(WebhookView.of(made.health(), made.secret()))
                .build();
    }

    /** An agency's own, or all. */
    @GET
    public All all() {
        return new All(keepWebhooks.all(caller.get()).stream()
                .map(each -> WebhookView.of(each, null))
                .toList());
    }

    /** One and how it fares. */
    @GET
    @Path("{id}")
    public WebhookView read(@PathParam("id") String id) {
        return WebhookView.of(keepWebhooks.find(caller.get(), webhookId(id)), null);
    }

    /** What was given up. */
    @GET
    @Path("{id}/dead-letters")
    public DeadLetters deadLetters(@PathParam("id") String id, @Context UriInfo uri) {
        QueryParameters query = contract.query(OperationId.READ_DEAD_LETTERS, uri.getQueryParameters());
        long after = query.text("after").map(Long::parseLong).orElse(0L);
        List<Webhooks.DeadLetter> found =
                keepWebhooks.deadLetters(caller.get(), webhookId(id), after, query.size() + 1);
        boolean more = found.size() > query.size();
        List<DeadLetterView> items = (more ? found.subList(0, query.size()) : found)
                .stream()
                        .map(each -> new DeadLetterView(
                                Long.toString(each.number()), each.task(), each.attempts(), each.error()))
                        .toList();
        return new DeadLetters(items, more ? items.get(items.size() - 1).number() : null);
    }

    /** Ends one. */
    @POST
    @Path("{id}/revocation")
    public WebhookView revoke(@PathParam("id") String id) {
        return WebhookView.of(keepWebhooks.revoke(caller.get(), webhookId(id)), null);
    }

    /** Has tasks brought once more. */
    @POST
    @Path("{id}/replay")
    @Consumes(MediaType.APPLICATION_JSON)
    public WebhookView replay(@PathParam("id") String id, byte[] body) {
        UUID webhook = webhookId(id);
        JsonNode request = contract.body("WebhookReplayRequest", body);
        String from = request.path("from").textValue();
        return WebhookView.of(
                keepWebhooks.replay(
                        caller.get(),
                        webhook,
                        from == null ? null : Long.valueOf(from),
                        request.get("reason").textValue()),
                null);
    }

    private static UUID webhookId(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw Refusal.of(ErrorCode.WEBHOOK_NOT_FOUND);
        }
    }
}
