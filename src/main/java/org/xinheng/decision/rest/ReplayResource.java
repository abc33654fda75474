package org.xinheng.decision.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
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
import org.xinheng.contract.Contract;
import org.xinheng.contract.QueryParameters;
import org.xinheng.contract.api.OperationId;
import org.xinheng.decision.replay.Replay;
import org.xinheng.decision.service.ReplayDecision;

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
        JsonNode body = bytes.length == 0 ? MissingNode.getInstance() : contract.body("ReplayRequest", bytes);
        return ReplayView.of(replayDecision.replay(
                caller.get(),
                DecisionResource.uuid(id),
                stated(body, query, "under").map(Replay.Under::valueOf).orElse(Replay.Under.THEN),
                stated(body, query, "purpose").orElse(null),
                stated(body, query, "caseNumber").orElse(null)));
    }

    private static Optional<String> stated(JsonNode body, QueryParameters query, String name) {
        return Optional.ofNullable(body.path(name).textValue()).or(() -> query.text(name));
    }
}
