package org.xinheng.task.rest;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.xinheng.caller.CurrentCaller;
import org.xinheng.contract.Contract;
import org.xinheng.contract.Ids;
import org.xinheng.contract.QueryParameters;
import org.xinheng.contract.api.OperationId;
import org.xinheng.contract.api.RecallView;
import org.xinheng.contract.api.RecalledPage;
import org.xinheng.contract.api.TaskBriefView;
import org.xinheng.kernel.ErrorCode;
import org.xinheng.task.service.FollowRecall;

/** {@code /v1/listings/{id}/recall}. */
@Path("/v1/listings/{id}/recall")
@Produces(MediaType.APPLICATION_JSON)
public class RecallResource {
    private final Contract contract;
    private final CurrentCaller caller;
    private final FollowRecall followRecall;

    RecallResource(Contract contract, CurrentCaller caller, FollowRecall followRecall) {
        this.contract = contract;
        this.caller = caller;
        this.followRecall = followRecall;
    }

    /** Everything that rested on a withdrawn entry, and what became of it. */
    @GET
    public RecallView recall(@PathParam("id") String id, @Context UriInfo uri) {
        QueryParameters query = contract.query(OperationId.READ_RECALL, uri.getQueryParameters());
        FollowRecall.Recall recall = followRecall.recall(
                caller.get(),
                Ids.of(id, ErrorCode.LISTING_NOT_FOUND),
                RecalledPageMapper.mark(query.text("after")),
                query.size());
        RecalledPage page = RecalledPageMapper.of(recall.page(), query.size());
        List<TaskBriefView> briefs = recall.lifts().stream()
                .map(each -> PropagationMapper.taskBrief(each, recall.onDay()))
                .toList();
        return new RecallView(
                recall.listing(),
                recall.withdrawn(),
                recall.made(),
                recall.settled(),
                recall.counts(),
                briefs,
                page.items(),
                page.next());
    }
}
