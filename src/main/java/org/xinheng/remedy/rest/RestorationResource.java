package org.xinheng.remedy.rest;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
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
import org.xinheng.contract.api.CreditRestorationView;
import org.xinheng.contract.api.OperationId;
import org.xinheng.contract.api.RestorationDecisionRequest;
import org.xinheng.contract.api.RestorationPage;
import org.xinheng.contract.api.RestorationSummaryView;
import org.xinheng.idempotency.RenderedAnswer;
import org.xinheng.idempotency.rest.Idempotency;
import org.xinheng.kernel.ErrorCode;
import org.xinheng.remedy.CreditRestoration;
import org.xinheng.remedy.service.ReadRestorations;
import org.xinheng.remedy.service.RestoreCredit;

/** {@code /v1/restorations}: those that wait, one by itself, and its decision. */
@Path("/v1/restorations")
@Produces(MediaType.APPLICATION_JSON)
public class RestorationResource {
    private final Contract contract;
    private final CurrentCaller caller;
    private final Idempotency idempotency;
    private final RestoreCredit restoreCredit;
    private final ReadRestorations readRestorations;

    RestorationResource(
            Contract contract,
            CurrentCaller caller,
            Idempotency idempotency,
            RestoreCredit restoreCredit,
            ReadRestorations readRestorations) {
        this.contract = contract;
        this.caller = caller;
        this.idempotency = idempotency;
        this.restoreCredit = restoreCredit;
        this.readRestorations = readRestorations;
    }

    static RestorationSummaryView summary(CreditRestorationView view) {
        return new RestorationSummaryView(
                view.id(),
                view.listing(),
                view.appliedOn(),
                view.appliedBy(),
                view.rule(),
                view.decideBy(),
                view.late(),
                view.state());
    }

    /** Those that wait for a decision, or all. */
    @GET
    public RestorationPage search(@Context UriInfo uri) {
        QueryParameters query = contract.query(OperationId.SEARCH_RESTORATIONS, uri.getQueryParameters());
        ReadRestorations.Page page = readRestorations.search(
                caller.get(),
                query.text("open").map(Boolean::parseBoolean).orElse(true),
                query.text("overdue").map(Boolean::parseBoolean).orElse(false),
                query.text("after").map(Ids::cursor).orElse(null),
                query.size());
        List<RestorationSummaryView> items = page.items().stream()
                .map(restoration -> summary(view(restoration, null)))
                .toList();
        return new RestorationPage(
                items, page.more() ? items.get(items.size() - 1).id().toString() : null);
    }

    /** One, with its public promise. */
    @GET
    @Path("{id}")
    public CreditRestorationView read(@PathParam("id") String id, @Context UriInfo uri) {
        QueryParameters query = contract.query(OperationId.READ_RESTORATION, uri.getQueryParameters());
        ReadRestorations.WithPromise read =
                readRestorations.read(query.reader(caller.get()), Ids.of(id, ErrorCode.RESTORATION_NOT_FOUND));
        return view(read.restoration(), read.promise());
    }

    /** Decides an application. */
    @POST
    @Path("{id}/decision")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response decide(@PathParam("id") String id, byte[] body, @Context HttpHeaders headers) {
        UUID restoration = Ids.of(id, ErrorCode.RESTORATION_NOT_FOUND);
        RestorationDecisionRequest request = contract.body(RestorationDecisionRequest.class, body);
        RestoreCredit.Ruling ruling = new RestoreCredit.Ruling(
                request.granted(), request.effectiveOn(), request.reason(), request.documentNumber());
        return idempotency.once(
                headers,
                "POST /v1/restorations/" + restoration + "/decision",
                body,
                () -> created(restoreCredit.decide(caller.get(), restoration, ruling)));
    }

    private RenderedAnswer created(CreditRestoration restoration) {
        return idempotency.created(
                "/v1/listings/" + restoration.listingId() + "/restorations", view(restoration, null));
    }

    private CreditRestorationView view(CreditRestoration restoration, @Nullable String promise) {
        return CreditRestorationMapper.of(restoration, promise, readRestorations.today());
    }
}
