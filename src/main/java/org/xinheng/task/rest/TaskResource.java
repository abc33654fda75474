package org.xinheng.task.rest;

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
import java.util.List;
import java.util.UUID;
import org.xinheng.caller.CurrentCaller;
import org.xinheng.catalogue.TargetRole;
import org.xinheng.catalogue.TaskKind;
import org.xinheng.catalogue.service.KnownCodes;
import org.xinheng.contract.Contract;
import org.xinheng.contract.Ids;
import org.xinheng.contract.QueryParameters;
import org.xinheng.contract.api.OperationId;
import org.xinheng.contract.api.RecalledPage;
import org.xinheng.contract.api.TaskFeedbackLineView;
import org.xinheng.contract.api.TaskFeedbackRequest;
import org.xinheng.contract.api.TaskPage;
import org.xinheng.contract.api.TaskView;
import org.xinheng.idempotency.RenderedAnswer;
import org.xinheng.idempotency.rest.Idempotency;
import org.xinheng.kernel.ErrorCode;
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
    private final KnownCodes knownCodes;

    TaskResource(
            Contract contract,
            CurrentCaller caller,
            Idempotency idempotency,
            ReadTasks readTasks,
            AnswerTask answerTask,
            FollowRecall followRecall,
            KnownCodes knownCodes) {
        this.contract = contract;
        this.caller = caller;
        this.idempotency = idempotency;
        this.readTasks = readTasks;
        this.answerTask = answerTask;
        this.followRecall = followRecall;
        this.knownCodes = knownCodes;
    }

    /** The tasks after a number. */
    @GET
    public TaskPage search(@Context UriInfo uri) {
        QueryParameters query = contract.query(OperationId.SEARCH_TASKS, uri.getQueryParameters());
        long after = query.text("after").map(Long::parseLong).orElse(0L);
        ReadTasks.Page page = readTasks.search(
                caller.get(),
                new ReadTasks.Search(
                        knownCodes
                                .known(KnownCodes.Register.DEPARTMENTS, "query:agency", query.text("agency"))
                                .orElse(null),
                        query.text("listing").map(UUID::fromString).orElse(null),
                        query.text("kind").map(TaskKind::valueOf).orElse(null),
                        query.text("open").map(Boolean::parseBoolean).orElse(false),
                        query.text("overdue").map(TaskProgress.Overdue::valueOf).orElse(TaskProgress.Overdue.NONE),
                        after,
                        query.size()));
        List<TaskView> items = page.items().stream().map(TaskMapper::of).toList();
        String next = items.isEmpty()
                ? Long.toString(after)
                : items.get(items.size() - 1).number();
        return new TaskPage(items, next, page.more());
    }

    /** One task, with whom it concerns. */
    @GET
    @Path("{id}")
    public TaskView read(@PathParam("id") String id, @Context UriInfo uri) {
        QueryParameters query = contract.query(OperationId.READ_TASK, uri.getQueryParameters());
        return TaskMapper.of(readTasks.read(query.reader(caller.get()), Ids.of(id, ErrorCode.TASK_NOT_FOUND)));
    }

    /** The agency has seen it; a second time changes nothing. */
    @POST
    @Path("{id}/acknowledgement")
    public TaskView acknowledge(@PathParam("id") String id) {
        UUID task = Ids.of(id, ErrorCode.TASK_NOT_FOUND);
        answerTask.acknowledge(caller.get(), task);
        return TaskMapper.of(readTasks.written(caller.get(), task));
    }

    /** The decisions that a recall sent with it. */
    @GET
    @Path("{id}/decisions")
    public RecalledPage decisions(@PathParam("id") String id, @Context UriInfo uri) {
        QueryParameters query = contract.query(OperationId.READ_TASK_DECISIONS, uri.getQueryParameters());
        return RecalledPageMapper.of(
                followRecall.ofTask(
                        caller.get(),
                        Ids.of(id, ErrorCode.TASK_NOT_FOUND),
                        RecalledPageMapper.mark(query.text("after")),
                        query.size()),
                query.size());
    }

    /** What the agency did. */
    @POST
    @Path("{id}/feedback")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response report(@PathParam("id") String id, byte[] body, @Context HttpHeaders headers) {
        UUID task = Ids.of(id, ErrorCode.TASK_NOT_FOUND);
        List<TaskReport.Line> lines = contract.body(TaskFeedbackRequest.class, body).lines().stream()
                .map(TaskResource::line)
                .toList();
        return idempotency.once(headers, "POST " + PATH + task + "/feedback", body, () -> {
            answerTask.report(caller.get(), task, lines);
            return created(task);
        });
    }

    private static TaskReport.Line line(TaskFeedbackLineView line) {
        TargetRole role = line.role();
        return new TaskReport.Line(
                new TaskLine.Key(line.measure(), line.rowCode(), role == null ? TargetRole.LISTED_SUBJECT : role),
                line.result(),
                line.reason(),
                line.implementedOn(),
                line.documentNumber(),
                line.amountCny());
    }

    private RenderedAnswer created(UUID task) {
        return idempotency.created(PATH + task, TaskMapper.of(readTasks.written(caller.get(), task)));
    }
}
