package org.xinheng.act.rest;

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
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.xinheng.act.Act;
import org.xinheng.act.ActDraft;
import org.xinheng.act.ActKind;
import org.xinheng.act.Acts;
import org.xinheng.act.service.EnterAct;
import org.xinheng.act.service.ReadActs;
import org.xinheng.act.service.RevokeAct;
import org.xinheng.caller.CurrentCaller;
import org.xinheng.catalogue.service.KnownCodes;
import org.xinheng.contract.Contract;
import org.xinheng.contract.Ids;
import org.xinheng.contract.QueryParameters;
import org.xinheng.contract.api.ActMonthlyCountView;
import org.xinheng.contract.api.ActPage;
import org.xinheng.contract.api.ActRevocationRequest;
import org.xinheng.contract.api.ActView;
import org.xinheng.contract.api.OperationId;
import org.xinheng.contract.api.RevokedActView;
import org.xinheng.idempotency.rest.Idempotency;
import org.xinheng.kernel.ErrorCode;

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
    private final KnownCodes knownCodes;

    ActResource(
            Contract contract,
            CurrentCaller caller,
            Idempotency idempotency,
            EnterAct enterAct,
            RevokeAct revokeAct,
            ReadActs readActs,
            KnownCodes knownCodes) {
        this.contract = contract;
        this.caller = caller;
        this.idempotency = idempotency;
        this.enterAct = enterAct;
        this.revokeAct = revokeAct;
        this.readActs = readActs;
        this.knownCodes = knownCodes;
    }

    /** Hands in one act. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response enter(byte[] body, @Context HttpHeaders headers) {
        JsonNode request = contract.body("ActRequest", body);
        ActDraft draft = ActRequestJson.read(request);
        return idempotency.once(headers, "POST /v1/acts", body, () -> {
            Act act = enterAct.enter(caller.get(), draft);
            return idempotency.created(PATH + act.id(), ActMapper.of(act));
        });
    }

    /** One page of acts. */
    @GET
    public ActPage search(@Context UriInfo uri) {
        QueryParameters query = contract.query(OperationId.SEARCH_ACTS, uri.getQueryParameters());
        LocalDate month = query.text("month").map(ActResource::month).orElse(null);
        List<ActView> items = readActs
                .search(
                        caller.get(),
                        new Acts.ActQuery(
                                knownCodes
                                        .known(
                                                KnownCodes.Register.DEPARTMENTS,
                                                "query:department",
                                                query.text("department"))
                                        .orElse(null),
                                query.text("kind").map(ActKind::valueOf).orElse(null),
                                month,
                                month == null ? null : month.plusMonths(1).minusDays(1),
                                query.text("late").map(Boolean::parseBoolean).orElse(null),
                                query.text("after").map(UUID::fromString).orElse(null),
                                query.size()))
                .stream()
                .map(ActMapper::of)
                .toList();
        UUID next =
                items.size() < query.size() ? null : items.get(items.size() - 1).id();
        return new ActPage(items, next);
    }

    /** One act. */
    @GET
    @Path("{id}")
    public ActView read(@PathParam("id") String id) {
        return ActMapper.of(readActs.read(caller.get(), Ids.of(id, ErrorCode.ACT_NOT_FOUND)));
    }

    /** Records that an act was revoked. */
    @POST
    @Path("{id}/revocation")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response revoke(@PathParam("id") String id, byte[] body, @Context HttpHeaders headers) {
        UUID actId = Ids.of(id, ErrorCode.ACT_NOT_FOUND);
        ActRevocationRequest request = contract.body(ActRevocationRequest.class, body);
        Act.Revocation revocation = new Act.Revocation(request.revokedOn(), request.reason(), request.documentNumber());
        return idempotency.once(headers, "POST " + PATH + actId + "/revocation", body, () -> {
            RevokeAct.Revoked revoked = revokeAct.revoke(caller.get(), actId, revocation);
            return idempotency.created(PATH + actId, new RevokedActView(ActMapper.of(revoked.act()), revoked.ended()));
        });
    }

    /** A department says how many acts of a kind it made in a month. */
    @POST
    @Path("monthly-counts")
    @Consumes(MediaType.APPLICATION_JSON)
    public ActMonthlyCountView declare(byte[] body) {
        ActMonthlyCountView request = contract.body(ActMonthlyCountView.class, body);
        readActs.declare(caller.get(), request.kind(), month(request.month()), request.made());
        return request;
    }

    private static LocalDate month(String month) {
        return YearMonth.parse(month).atDay(1);
    }
}
