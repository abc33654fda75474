package org.xinheng.task.rest;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.xinheng.caller.CurrentCaller;
import org.xinheng.contract.Contract;
import org.xinheng.contract.Ids;
import org.xinheng.contract.QueryParameters;
import org.xinheng.contract.api.OperationId;
import org.xinheng.contract.api.PropagationView;
import org.xinheng.kernel.ErrorCode;
import org.xinheng.task.service.FollowRecall;

/** {@code /v1/listings/{id}/propagation}. */
@Path("/v1/listings/{id}/propagation")
@Produces(MediaType.APPLICATION_JSON)
public class PropagationResource {
    private final Contract contract;
    private final CurrentCaller caller;
    private final FollowRecall followRecall;

    PropagationResource(Contract contract, CurrentCaller caller, FollowRecall followRecall) {
        this.contract = contract;
        this.caller = caller;
        this.followRecall = followRecall;
    }

    /** Which agencies were tasked, which have seen it, and what each did. */
    @GET
    public PropagationView propagation(@PathParam("id") String id, @Context UriInfo uri) {
        QueryParameters query = contract.query(OperationId.READ_PROPAGATION, uri.getQueryParameters());
        long after = query.text("after").map(Long::parseLong).orElse(0L);
        int size = query.size();
        return PropagationMapper.of(
                followRecall.propagation(caller.get(), Ids.of(id, ErrorCode.LISTING_NOT_FOUND), after, size), size);
    }
}
