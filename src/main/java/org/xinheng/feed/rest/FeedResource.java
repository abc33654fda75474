package org.xinheng.feed.rest;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.xinheng.caller.CurrentCaller;
import org.xinheng.catalogue.service.KnownCodes;
import org.xinheng.contract.Contract;
import org.xinheng.contract.QueryParameters;
import org.xinheng.contract.api.FeedExpectationView;
import org.xinheng.contract.api.FeedScoreView;
import org.xinheng.contract.api.FeedScoresView;
import org.xinheng.contract.api.OperationId;
import org.xinheng.feed.FeedScore;
import org.xinheng.feed.service.ScoreFeeds;

/** {@code /v1/feeds}. */
@Path("/v1/feeds")
@Produces(MediaType.APPLICATION_JSON)
public class FeedResource {
    private final Contract contract;
    private final CurrentCaller caller;
    private final ScoreFeeds scoreFeeds;
    private final KnownCodes knownCodes;

    FeedResource(Contract contract, CurrentCaller caller, ScoreFeeds scoreFeeds, KnownCodes knownCodes) {
        this.contract = contract;
        this.caller = caller;
        this.scoreFeeds = scoreFeeds;
        this.knownCodes = knownCodes;
    }

    /** The scorecard of feeds, with those that are overdue. */
    @GET
    public FeedScoresView scores(@Context UriInfo uri) {
        QueryParameters query = contract.query(OperationId.FEED_SCORES, uri.getQueryParameters());
        return new FeedScoresView(scoreFeeds
                .scores(
                        caller.get(),
                        knownCodes
                                .known(KnownCodes.Register.DEPARTMENTS, "query:department", query.text("department"))
                                .orElse(null),
                        query.day("from").orElse(null),
                        query.day("to").orElse(null))
                .stream()
                .map(FeedResource::score)
                .toList());
    }

    /** Says how often a feed is expected. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public FeedExpectationView expect(byte[] body) {
        FeedExpectationView expectation = contract.body(FeedExpectationView.class, body);
        scoreFeeds.expect(caller.get(), expectation.department(), expectation.feed(), expectation.everyDays());
        return expectation;
    }

    static FeedScoreView score(FeedScore score) {
        return new FeedScoreView(
                score.department(),
                score.feed(),
                score.everyDays(),
                score.batches(),
                score.refusedBatches(),
                score.rows(),
                score.rows() - score.refusedRows(),
                score.refusedRows(),
                score.refusedByCode(),
                score.lastAcceptedOn(),
                score.dueOn(),
                score.gaps() == 0 ? null : (double) score.gapsInTime() / score.gaps(),
                score.stale());
    }
}
