package org.xinheng.remedy.rest;

import com.fasterxml.jackson.databind.JsonNode;
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
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xinheng.caller.CurrentCaller;
import org.xinheng.contract.Contract;
import org.xinheng.contract.QueryParameters;
import org.xinheng.contract.api.OperationId;
import org.xinheng.idempotency.RenderedAnswer;
import org.xinheng.idempotency.rest.CanonicalBody;
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
    private final RemedyAnswers answers;
    private final RestoreCredit restoreCredit;
    private final ReadRestorations readRestorations;

    RestorationResource(
            Contract contract,
            CurrentCaller caller,
            Idempotency idempotency,
            RemedyAnswers answers,
            RestoreCredit restoreCredit,
            ReadRestorations readRestorations) {
        this.contract = contract;
        this.caller = caller;
        this.idempotency = idempotency;
        this.answers = answers;
        this.restoreCredit = restoreCredit;
        this.readRestorations = readRestorations;
    }

    /** {@code RestorationPage} of the contract. */
    record Page(List<SummaryView> items, @Nullable String next) {}

    /** {@code RestorationSummary} of the contract: nothing that somebody wrote. */
    record SummaryView(
            UUID id,
            UUID listing,
            LocalDate appliedOn,
            String appliedBy,
            String rule,
            @Nullable LocalDate decideBy,
            boolean late,
            String state) {
        static SummaryView of(RestorationView view) {
            return new SummaryView(
                    view.id(),
                    view.listing(),
                    view.appliedOn(),
                    view.appliedBy(),
                    view.rule(),
                    view.decideBy(),
                    view.late(),
                    view.state());
        }
    }

    /** Those that wait for a decision, or all. */
    @GET
    public Page search(@Context UriInfo uri) {
        QueryParameters query = contract.query(OperationId.SEARCH_RESTORATIONS, uri.getQueryParameters());
        ReadRestorations.Page page = readRestorations.search(
                caller.get(),
                query.text("open").map(Boolean::parseBoolean).orElse(true),
                query.text("overdue").map(Boolean::parseBoolean).orElse(false),
                query.text("after").map(Ids::cursor).orElse(null),
                query.size());
        List<SummaryView> items = page.items().stream()
                .map(restoration -> SummaryView.of(view(restoration, null)))
                .toList();
        return new Page(items, page.more() ? items.get(items.size() - 1).id().toString() : null);
    }

    /** One, with its public promise. */
    @GET
    @Path("{id}")
    public RestorationView read(@PathParam("id") String id, @Context UriInfo uri) {
        QueryParameters query = contract.query(OperationId.READ_RESTORATION, uri.getQueryParameters());
        ReadRestorations.WithPromise read =
                readRestorations.read(Readers.of(caller.get(), query), Ids.of(id, ErrorCode.RESTORATION_NOT_FOUND));
        return view(read.restoration(), read.promise());
    }

    /** Decides an application. */
    @POST
    @Path("{id}/decision")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response decide(@PathParam("id") String id, byte[] body, @Context HttpHeaders headers) {
        UUID restoration = Ids.of(id, ErrorCode.RESTORATION_NOT_FOUND);
        JsonNode request = contract.body("RestorationDecisionRequest", body);
        String effectiveOn = request.path("effectiveOn").textValue();
        RestoreCredit.Ruling ruling = new RestoreCredit.Ruling(
                request.get("granted").booleanValue(),
                effectiveOn == null ? null : LocalDate.parse(effectiveOn),
                request.get("reason").textValue(),
                request.get("documentNumber").textValue());
        return idempotency.once(
                headers,
                "POST /v1/restorations/" + restoration + "/decision",
                () -> CanonicalBody.of(request),
                () -> created(restoreCredit.decide(caller.get(), restoration, ruling)));
    }

    private RenderedAnswer created(CreditRestoration restoration) {
        return answers.created("/v1/listings/" + restoration.listingId() + "/restorations", view(restoration, null));
    }

    private RestorationView view(CreditRestoration restoration, @Nullable String promise) {
        return RestorationView.of(restoration, promise, readRestorations.today());
    }
}
