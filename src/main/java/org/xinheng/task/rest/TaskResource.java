package org.xinheng.task.rest;

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
import java.util.List;
import java.util.UUID;
import org.xinheng.caller.CurrentCaller;
import org.xinheng.catalogue.TargetRole;
import org.xinheng.catalogue.TaskKind;
import org.xinheng.contract.Contract;
import org.xinheng.contract.QueryParameters;
import org.xinheng.contract.api.OperationId;
import org.xinheng.idempotency.RenderedAnswer;
import org.xinheng.idempotency.rest.CanonicalBody;
import org.xinheng.idempotency.rest.Idempotency;
import org.xinheng.kernel.ErrorCode;
import org.xinheng.kernel.Refusal;
import org.xinheng.task.TaskLine;
import org.xinheng.task.TaskProgress;
import org.xinheng.task.TaskReport;
import org.xinheng.task.service.AnswerTask;
import org.xinheng.task.service.FollowRecall;
import org.xinheng.task.service.ReadTasks;

/** {@code /v1/tasks}: pulled by number, acknowledged, reported on. */
@Path("/v1/tasks")
@Produces(MediaType.APPLICATION_JSON)
public class TaskResource {
    private static final String PATH = "/v1/tasks/";

    private final Contract contract;
    private final CurrentCaller caller;
    private final Idempotency idempotency;
    private final ReadTasks readTasks;
    private final AnswerTask answerTask;
    private final FollowRecall followRecall;
    private final ObjectMapper objectMapper;

    TaskResource(
            Contract contract,
            CurrentCaller caller,
            Idempotency idempotency,
            ReadTasks readTasks,
            AnswerTask answerTask,
            FollowRecall followRecall,
            ObjectMapper objectMapper) {
        this.contract = contract;
        this.caller = caller;
        this.idempotency = idempotency;
        this.readTasks = readTasks;
        this.answerTask = answerTask;
        this.followRecall = followRecall;
        this.objectMapper = objectMapper;
    }

    /**
     * {@code TaskPage} of the contract.
     *
     * @param next number to go on from, also when there is nothing further yet
     */
    record Page(List<TaskView> items, String next, boolean more) {}

    /** The tasks after a number. */
    @GET
    public Page search(@Context UriInfo uri) {
        QueryParameters query = contract.query(OperationId.SEARCH_TASKS, uri.getQueryParameters());
        long after = query.text("after").map(Long::parseLong).orElse(0L);
        ReadTasks.Page page = readTasks.search(
                caller.get(),
                new ReadTasks.Search(
                        query.text("agency").orElse(null),
                        query.text("listing").map(UUID::fromString).orElse(null),
                        query.text("kind").map(TaskKind::valueOf).orElse(null),
                        query.text("open").map(Boolean::parseBoolean).orElse(false),
                        query.text("overdue").map(TaskProgress.Overdue::valueOf).orElse(TaskProgress.Overdue.NONE),
                        after,
                        query.size()));
        List<TaskView> items = page.items().stream().map(TaskView::of).toList();
        String next = items.isEmpty()
                ? Long.toString(after)
                : items.get(items.size() - 1).number();
        return new Page(items, next, page.more());
    }

    /** One task, with whom it concerns. */
    @GET
    @Path("{id}")
    public TaskView read(@PathParam("id") String id, @Context UriInfo uri) {
        QueryParameters query = contract.query(OperationId.READ_TASK, uri.getQueryParameters());
        return TaskView.of(readTasks.read(
                caller.get(),
                taskId(id),
                new ReadTasks.Why(
                        query.text("purpose").orElse(null),
                        query.text("caseNumber").orElse(null))));
    }

    /** The agency has seen it; a second time changes nothing. */
    @POST
    @Path("{id}/acknowledgement")
    public TaskView acknowledge(@PathParam("id") String id) {
        UUID task = taskId(id);
        answerTask.acknowledge(caller.get(), task);
        return TaskView.of(readTasks.written(caller.get(), task));
    }

    /** The decisions that a recall sent with it. */
    @GET
    @Path("{id}/decisions")
    public RecalledPage decisions(@PathParam("id") String id, @Context UriInfo uri) {
        QueryParameters query = contract.query(OperationId.READ_TASK_DECISIONS, uri.getQueryParameters());
        return RecalledPage.of(
                followRecall.ofTask(caller.get(), taskId(id), RecalledPage.mark(query.text("after")), query.size()),
                query.size());
    }

    /** What the agency did. */
    @POST
    @Path("{id}/feedback")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response report(@PathParam("id") String id, byte[] body, @Context HttpHeaders headers) {
        UUID task = taskId(id);
        JsonNode request = contract.body("TaskFeedbackRequest", body);
        List<TaskReport.Line> lines = new ArrayList<>();
        request.get("lines").forEach(line -> lines.add(line(line)));
        return idempotency.once(headers, "POST " + PATH + task + "/feedback", () -> CanonicalBody.of(request), () -> {
            answerTask.report(caller.get(), task, lines);
            return created(task);
        });
    }

    private static TaskReport.Line line(JsonNode line) {
        String day = line.path("implementedOn").textValue();
        JsonNode amount = line.path("amountCny");
        return new TaskReport.Line(
                new TaskLine.Key(
                        line.get("measure").textValue(),
                        line.get("rowCode").textValue(),
                        TargetRole.valueOf(line.path("role").asText(TargetRole.LISTED_SUBJECT.name()))),
                TaskReport.Result.valueOf(line.get("result").textValue()),
                line.path("reason").textValue(),
                day == null ? null : LocalDate.parse(day),
                line.path("documentNumber").textValue(),
                amount.isNumber() ? amount.decimalValue() : null);
    }

    private RenderedAnswer created(UUID task) {
        try {
            return RenderedAnswer.created(
                    PATH + task, objectMapper.writeValueAsBytes(TaskView.of(readTasks.written(caller.get(), task))));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a view can always be written", e);
        }
    }

    private static UUID taskId(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw Refusal.of(ErrorCode.TASK_NOT_FOUND);
        }
    }
}
