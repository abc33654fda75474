package org.xinheng.feedback.rest;

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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xinheng.caller.CurrentCaller;
import org.xinheng.contract.Contract;
import org.xinheng.contract.QueryParameters;
import org.xinheng.contract.api.OperationId;
import org.xinheng.feedback.Feedback;
import org.xinheng.feedback.FeedbackLine;
import org.xinheng.feedback.service.ReadFeedback;
import org.xinheng.feedback.service.RecordFeedback;
import org.xinheng.idempotency.RenderedAnswer;
import org.xinheng.idempotency.rest.CanonicalBody;
import org.xinheng.idempotency.rest.Idempotency;
import org.xinheng.kernel.ErrorCode;
import org.xinheng.kernel.Refusal;

/** {@code /v1/decisions/{id}/feedback}. */
@Path("/v1/decisions/{id}/feedback")
@Produces(MediaType.APPLICATION_JSON)
public class FeedbackResource {
    private final Contract contract;
    private final CurrentCaller caller;
    private final Idempotency idempotency;
    private final RecordFeedback recordFeedback;
    private final ReadFeedback readFeedback;
    private final ObjectMapper objectMapper;

    FeedbackResource(
            Contract contract,
            CurrentCaller caller,
            Idempotency idempotency,
            RecordFeedback recordFeedback,
            ReadFeedback readFeedback,
            ObjectMapper objectMapper) {
        this.contract = contract;
        this.caller = caller;
        this.idempotency = idempotency;
        this.recordFeedback = recordFeedback;
        this.readFeedback = readFeedback;
        this.objectMapper = objectMapper;
    }

    /** All feedback on a decision, oldest first, and the newest line of each measure. */
    public record History(
            UUID decision, @Nullable LocalDate feedbackDueOn, List<Feedback> items, List<FeedbackLine> current) {}

    /** Appends feedback; a correction is a further feedback. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response record(@PathParam("id") String id, byte[] bytes, @Context HttpHeaders headers) {
        UUID decision = uuid(id);
        JsonNode body = contract.body("FeedbackRequest", bytes);
        List<FeedbackLine> lines = new ArrayList<>();
        body.get("lines").forEach(line -> lines.add(line(line)));
        String route = "POST /v1/decisions/" + decision + "/feedback";
        return idempotency.once(headers, route, () -> CanonicalBody.of(body), () -> {
            Feedback feedback = recordFeedback.record(caller.get(), decision, lines);
            return RenderedAnswer.created("/v1/decisions/" + decision + "/feedback", json(feedback));
        });
    }

    /** What was fed back. */
    @GET
    public History read(@PathParam("id") String id, @Context UriInfo uri) {
        QueryParameters query = contract.query(OperationId.READ_FEEDBACK, uri.getQueryParameters());
        ReadFeedback.Given given = readFeedback.on(
                caller.get(),
                uuid(id),
                query.text("purpose").orElse(null),
                query.text("caseNumber").orElse(null));
        Map<String, FeedbackLine> current = new LinkedHashMap<>();
        given.feedback()
                .forEach(each ->
                        each.lines().forEach(line -> current.put(line.measure() + " " + line.listing(), line)));
        return new History(given.decision(), given.feedbackDueOn(), given.feedback(), List.copyOf(current.values()));
    }

    private static FeedbackLine line(JsonNode line) {
        String day = line.path("implementedOn").textValue();
        JsonNode amount = line.path("amountCny");
        return new FeedbackLine(
                line.get("measure").textValue(),
                UUID.fromString(line.get("listing").textValue()),
                FeedbackLine.Result.valueOf(line.get("result").textValue()),
                line.path("reason").textValue(),
                day == null ? null : LocalDate.parse(day),
                line.path("documentNumber").textValue(),
                amount.isNumber() ? amount.decimalValue() : null);
    }

    private static UUID uuid(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw Refusal.of(ErrorCode.DECISION_NOT_FOUND, id.length() <= 36 ? id : id.substring(0, 36));
        }
    }

    private byte[] json(Feedback feedback) {
        try {
            return objectMapper.writeValueAsBytes(feedback);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("feedback cannot be written as JSON", e);
        }
    }
}
