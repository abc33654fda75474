package org.xinheng.feedback.rest;

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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.xinheng.caller.CurrentCaller;
import org.xinheng.contract.Contract;
import org.xinheng.contract.Ids;
import org.xinheng.contract.QueryParameters;
import org.xinheng.contract.api.FeedbackHistoryView;
import org.xinheng.contract.api.FeedbackRequest;
import org.xinheng.contract.api.OperationId;
import org.xinheng.feedback.Feedback;
import org.xinheng.feedback.FeedbackLine;
import org.xinheng.feedback.service.ReadFeedback;
import org.xinheng.feedback.service.RecordFeedback;
import org.xinheng.idempotency.rest.Idempotency;
import org.xinheng.kernel.ErrorCode;

/** {@code /v1/decisions/{id}/feedback}. */
@Path("/v1/decisions/{id}/feedback")
@Produces(MediaType.APPLICATION_JSON)
public class FeedbackResource {
    private final Contract contract;
    private final CurrentCaller caller;
    private final Idempotency idempotency;
    private final RecordFeedback recordFeedback;
    private final ReadFeedback readFeedback;

    FeedbackResource(
            Contract contract,
            CurrentCaller caller,
            Idempotency idempotency,
            RecordFeedback recordFeedback,
            ReadFeedback readFeedback) {
        this.contract = contract;
        this.caller = caller;
        this.idempotency = idempotency;
        this.recordFeedback = recordFeedback;
        this.readFeedback = readFeedback;
    }

    /** Appends feedback; a correction is a further feedback. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response record(@PathParam("id") String id, byte[] bytes, @Context HttpHeaders headers) {
        UUID decision = Ids.named(id, ErrorCode.DECISION_NOT_FOUND);
        FeedbackRequest request = contract.body(FeedbackRequest.class, bytes);
        String route = "POST /v1/decisions/" + decision + "/feedback";
        return idempotency.once(headers, route, bytes, () -> {
            Feedback feedback = recordFeedback.record(caller.get(), decision, request.lines());
            return idempotency.created("/v1/decisions/" + decision + "/feedback", feedback);
        });
    }

    /** What was fed back. */
    @GET
    public FeedbackHistoryView read(@PathParam("id") String id, @Context UriInfo uri) {
        QueryParameters query = contract.query(OperationId.READ_FEEDBACK, uri.getQueryParameters());
        ReadFeedback.Given given =
                readFeedback.on(query.reader(caller.get()), Ids.named(id, ErrorCode.DECISION_NOT_FOUND));
        Map<String, FeedbackLine> current = new LinkedHashMap<>();
        given.feedback()
                .forEach(each ->
                        each.lines().forEach(line -> current.put(line.measure() + " " + line.listing(), line)));
        return new FeedbackHistoryView(
                given.decision(), given.feedbackDueOn(), given.feedback(), List.copyOf(current.values()));
    }
}
