package org.xinheng.remedy.rest;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.UUID;
import org.xinheng.caller.CurrentCaller;
import org.xinheng.contract.Contract;
import org.xinheng.idempotency.RenderedAnswer;
import org.xinheng.idempotency.rest.CanonicalBody;
import org.xinheng.idempotency.rest.Idempotency;
import org.xinheng.kernel.ErrorCode;
import org.xinheng.remedy.CreditRestoration;
import org.xinheng.remedy.service.RestoreCredit;

/** {@code /v1/restorations}: the decision on an application. */
@Path("/v1/restorations")
@Produces(MediaType.APPLICATION_JSON)
public class RestorationResource {
    private final Contract contract;
    private final CurrentCaller caller;
    private final Idempotency idempotency;
    private final RemedyAnswers answers;
    private final RestoreCredit restoreCredit;

    RestorationResource(
            Contract contract,
            CurrentCaller caller,
            Idempotency idempotency,
            RemedyAnswers answers,
            RestoreCredit restoreCredit) {
        this.contract = contract;
        this.caller = caller;
        this.idempotency = idempotency;
        this.answers = answers;
        this.restoreCredit = restoreCredit;
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
        return answers.created(
                "/v1/listings/" + restoration.listingId() + "/restorations", RestorationView.of(restoration));
    }
}
