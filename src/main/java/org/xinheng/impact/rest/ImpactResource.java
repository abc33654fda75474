package org.xinheng.impact.rest;

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
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xinheng.caller.CurrentCaller;
import org.xinheng.contract.Contract;
import org.xinheng.contract.QueryParameters;
import org.xinheng.contract.api.OperationId;
import org.xinheng.impact.service.AskImpact;
import org.xinheng.impact.service.ReadImpact;
import org.xinheng.kernel.ErrorCode;
import org.xinheng.kernel.Refusal;

/** {@code /v1/releases/{id}/impact}. */
@Path("/v1/releases/{id}/impact")
@Produces(MediaType.APPLICATION_JSON)
public class ImpactResource {
    private final Contract contract;
    private final CurrentCaller caller;
    private final AskImpact askImpact;
    private final ReadImpact readImpact;

    ImpactResource(Contract contract, CurrentCaller caller, AskImpact askImpact, ReadImpact readImpact) {
        this.contract = contract;
        this.caller = caller;
        this.askImpact = askImpact;
        this.readImpact = readImpact;
    }

    /** Has it counted. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response ask(@PathParam("id") String id, byte[] body) {
        JsonNode wish = contract.body("ImpactRequest", body);
        String against = text(wish, "against");
        askImpact.ask(
                caller.get(),
                release(id),
                new AskImpact.Wish(
                        against == null ? null : release(against),
                        day(wish, "day"),
                        day(wish, "from"),
                        day(wish, "to")));
        return Response.accepted(read(id))
                .header("Location", URI.create("/v1/releases/" + release(id) + "/impact"))
                .build();
    }

    /** What was counted, and how far the counting is. */
    @GET
    public ImpactView read(@PathParam("id") String id) {
        return ImpactView.of(readImpact.counts(release(id)));
    }

    /** Whom it would concern. */
    @GET
    @Path("subjects")
    public AffectedSubjectsView subjects(@PathParam("id") String id, @Context UriInfo uri) {
        QueryParameters query = contract.query(OperationId.READ_IMPACT_SUBJECTS, uri.getQueryParameters());
        return AffectedSubjectsView.of(readImpact.subjects(
                caller.get(),
                release(id),
                query.text("purpose").orElse(null),
                query.text("caseNumber").orElse(null),
                Math.toIntExact(query.number("after").orElse(0)),
                query.size()));
    }

    private static @Nullable String text(JsonNode body, String field) {
        JsonNode value = body.get(field);
        return value == null || value.isNull() ? null : value.textValue();
    }

    private static @Nullable LocalDate day(JsonNode body, String field) {
        String text = text(body, field);
        return text == null ? null : LocalDate.parse(text);
    }

    private static UUID release(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException noId) {
            throw Refusal.of(ErrorCode.RELEASE_NOT_FOUND);
        }
    }
}
