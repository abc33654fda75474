package org.xinheng.task.rest;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.xinheng.caller.CurrentCaller;
import org.xinheng.task.service.FollowRecall;

/** {@code /v1/listings/{id}/propagation}. */
@Path("/v1/listings/{id}/propagation")
@Produces(MediaType.APPLICATION_JSON)
public class PropagationResource {
    private final CurrentCaller caller;
    private final FollowRecall followRecall;

    PropagationResource(CurrentCaller caller, FollowRecall followRecall) {
        this.caller = caller;
        this.followRecall = followRecall;
    }

    /** Which agencies were tasked, which have seen it, and what each did. */
    @GET
    public PropagationView propagation(@PathParam("id") String id) {
        return PropagationView.of(followRecall.propagation(caller.get(), RecallResource.listingId(id)));
    }
}
