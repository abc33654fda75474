package org.xinheng.act.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xinheng.act.Act;
import org.xinheng.act.ActDraft;
import org.xinheng.act.ActKind;
import org.xinheng.act.Acts;
import org.xinheng.act.service.EnterAct;
import org.xinheng.act.service.ReadActs;
import org.xinheng.act.service.RevokeAct;
import org.xinheng.caller.CurrentCaller;
import org.xinheng.contract.Contract;
import org.xinheng.contract.QueryParameters;
import org.xinheng.contract.api.OperationId;
import org.xinheng.idempotency.RenderedAnswer;
import org.xinheng.idempotency.rest.CanonicalBody;
import org.xinheng.idempotency.rest.Idempotency;
import org.xinheng.kernel.ErrorCode;
import org.xinheng.kernel.Refusal;

/** {@code /v1/acts}. */
@Path("/v1/acts")
@Produces(MediaType.APPLICATION_JSON)
public class ActResource {
    private static final String PATH = "/v1/acts/";

    private final Contract contract;
    private final CurrentCaller caller;
    private final Idempotency idempotency;
    private final EnterAct enterAct;
    private final RevokeAct revokeAct;
    private final ReadActs readActs;
    private final ObjectMapper objectMapper;

    ActResource(
            Contract contract,
            CurrentCaller caller,
            Idempotency idempotency,
            EnterAct enterAct,
            RevokeAct revokeAct,
            ReadActs readActs,
            ObjectMapper objectMapper) {
        this.contract = contract;
        this.caller = caller;
        this.idempotency = idempotency;
        this.enterAct = enterAct;
        this.revokeAct = revokeAct;
        this.readActs = readActs;
        this.objectMapper = objectMapper;
    }

    /** Hands in one act. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response enter(byte[] body, @Context HttpHeaders headers) {
        JsonNode request = contract.body("ActRequest", body);
        ActDraft draft = ActRequestJson.read(request);
        return idempotency.once(headers, "POST /v1/acts", () -> CanonicalBody.of(request), () -> {
            Act act = enterAct.enter(caller.get(), draft);
            return RenderedAnswer.created(PATH + act.id(), json(ActView.of(act)));
        });
    }

    /** One page of acts. */
    @GET
    public Page search(@Context UriInfo uri) {
        QueryParameters query = contract.query(OperationId.SEARCH_ACTS, uri.getQueryParameters());
        LocalDate month = query.text("month").map(ActResource::month).orElse(null);
        List<ActView> items = readActs
                .search(
                        caller.get(),
                        new Acts.ActQuery(
                                query.text("department").orElse(null),
                                query.text("kind").map(ActKind::valueOf).orElse(null),
                                month,
                                month == null ? null : month.plusMonths(1).minusDays(1),
                                query.text("late").map(Boolean::parseBoolean).orElse(null),
                                query.text("after").map(UUID::fromString).orElse(null),
                                query.size()))
                .stream()
                .map(ActView::of)
                .toList();
        UUID next =
                items.size() < query.size() ? null : items.get(items.size() - 1).id();
        return new Page(items, next);
    }

    /** {@code ActPage} of the contract. */
    record Page(List<ActView> items, @Nullable UUID next) {}

    /** One act. */
    @GET
    @Path("{id}")
    public ActView read(@PathParam("id") String id) {
        return ActView.of(readActs.read(caller.get(), actId(id)));
    }

    /** Records that an act was revoked. */
    @POST
    @Path("{id}/revocation")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response revoke(@PathParam("id") String id, byte[] body, @Context HttpHeaders headers) {
        UUID actId = actId(id);
        JsonNode request = contract.body("ActRevocationRequest", body);
        Act.Revocation revocation = new Act.Revocation(
                LocalDate.parse(request.get("revokedOn").textValue()),
                request.get("reason").textValue(),
                request.get("documentNumber").textValue());
        return idempotency.once(
                headers, "POST " + PATH + actId + "/revocation", () -> CanonicalBody.of(request), () -> {
                    RevokeAct.Revoked revoked = revokeAct.revoke(caller.get(), actId, revocation);
                    return RenderedAnswer.created(
                            PATH + actId, json(new RevokedView(ActView.of(revoked.act()), revoked.ended())));
                });
    }

    /** {@code RevokedAct} of the contract. */
    record RevokedView(ActView act, List<UUID> endedListings) {}

    /** A department says how many acts of a kind it made in a month. */
    @POST
    @Path("monthly-counts")
    @Consumes(MediaType.APPLICATION_JSON)
    public MonthlyCount declare(byte[] body) {
        JsonNode request = contract.body("ActMonthlyCount", body);
        String month = request.get("month").textValue();
        ActKind kind = ActKind.valueOf(request.get("kind").textValue());
        int made = request.get("made").intValue();
        readActs.declare(caller.get(), kind, month(month), made);
        return new MonthlyCount(month, kind, made);
    }

    /** {@code ActMonthlyCount} of the contract. */
    record MonthlyCount(String month, ActKind kind, int made) {}

    private byte[] json(Object view) {
        try {
            return objectMapper.writeValueAsBytes(view);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a view can always be written", e);
        }
    }

    private static LocalDate month(String month) {
        return YearMonth.parse(month).atDay(1);
    }

    private static UUID actId(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw Refusal.of(ErrorCode.ACT_NOT_FOUND);
        }
    }
}
