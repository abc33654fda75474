package org.xinheng.feed.rest;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xinheng.caller.CurrentCaller;
import org.xinheng.contract.Contract;
import org.xinheng.contract.QueryParameters;
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

    FeedResource(Contract contract, CurrentCaller caller, ScoreFeeds scoreFeeds) {
        this.contract = contract;
        this.caller = caller;
        this.scoreFeeds = scoreFeeds;
    }

    /** The scorecard of feeds, with those that are overdue. */
    @GET
    public Scores scores(@Context UriInfo uri) {
        QueryParameters query = contract.query(OperationId.FEED_SCORES, uri.getQueryParameters());
        return new Scores(scoreFeeds
                .scores(
                        caller.get(),
                        query.text("department").orElse(null),
                        query.day("from").orElse(null),
                        query.day("to").orElse(null))
                .stream()
                .map(ScoreView::of)
                .toList());
    }

    /** Says how often a feed is expected. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Expectation expect(byte[] body) {
        JsonNode request = contract.body("FeedExpectation", body);
        Expectation expectation = new Expectation(
                request.get("department").textValue(),
                request.get("feed").textValue(),
                request.get("everyDays").intValue());
        scoreFeeds.expect(caller.get(), expectation.department(), expectation.feed(), expectation.everyDays());
        return expectation;
    }

    /** {@code FeedExpectation} of the contract. */
    record Expectation(String department, String feed, int everyDays) {}

    /** {@code FeedScores} of the contract. */
    record Scores(List<ScoreView> items) {}

    /** {@code FeedScore} of the contract. */
    record ScoreView(
            String department,
            String feed,
            @Nullable Integer everyDays,
            int batches,
            int refusedBatches,
            long rows,
            long acceptedRows,
            long refusedRows,
            Map<String, Integer> refusedByCode,
            @Nullable LocalDate lastAcceptedOn,
            @Nullable LocalDate dueOn,
            @Nullable Double punctuality,
            boolean stale) {
        static ScoreView of(FeedScore score) {
            return new ScoreView(
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
}
