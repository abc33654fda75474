package org.xinheng.decision.rest;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import org.xinheng.caller.CurrentCaller;
import org.xinheng.caller.Reader;
import org.xinheng.contract.Contract;
import org.xinheng.contract.Ids;
import org.xinheng.contract.QueryParameters;
import org.xinheng.contract.api.OperationId;
import org.xinheng.contract.api.ReplayRequest;
import org.xinheng.contract.api.ReplayView;
import org.xinheng.decision.replay.Replay;
import org.xinheng.decision.service.ReplayDecision;
import org.xinheng.kernel.ErrorCode;

/** {@code /v1/decisions/{id}/replay}. */
@Path("/v1/decisions/{id}/replay")
@Produces(MediaType.APPLICATION_JSON)
public class ReplayResource {
    private final Contract contract;
    private final CurrentCaller caller;
    private final ReplayDecision replayDecision;

    ReplayResource(Contract contract, CurrentCaller caller, ReplayDecision replayDecision) {
        this.contract = contract;
        this.caller = caller;
        this.replayDecision = replayDecision;
    }

    /** Decides again; what is asked stands in the body or in the query, the body first. */
    @POST
    @Consumes({MediaType.APPLICATION_JSON, MediaType.WILDCARD})
    public ReplayView replay(@PathParam("id") String id, byte[] bytes, @Context UriInfo uri) {
        QueryParameters query = contract.query(OperationId.REPLAY_DECISION, uri.getQueryParameters());
        ReplayRequest body =
                bytes.length == 0 ? new ReplayRequest(null, null, null) : contract.body(ReplayRequest.class, bytes);
        Reader reader = new Reader(
                caller.get(),
                Optional.ofNullable(body.purpose())
                        .or(() -> query.text("purpose"))
                        .orElse(null),
                Optional.ofNullable(body.caseNumber())
                        .or(() -> query.text("caseNumber"))
                        .orElse(null));
        return view(replayDecision.replay(
                reader,
                Ids.named(id, ErrorCode.DECISION_NOT_FOUND),
                Optional.ofNullable(body.under())
                        .or(() -> query.text("under").map(Replay.Under::valueOf))
                        .orElse(Replay.Under.THEN)));
    }

    private static ReplayView view(Replay replay) {
        return new ReplayView(
                replay.decision(),
                replay.same() ? "SAME" : "DIFFERENT",
                replay.under(),
                replay.then(),
                replay.now(),
                replay.differences());
    }
}
