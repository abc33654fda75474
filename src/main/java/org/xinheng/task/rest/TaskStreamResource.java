package org.xinheng.task.rest;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.xinheng.caller.CurrentCaller;
import org.xinheng.contract.Contract;
import org.xinheng.contract.QueryParameters;
import org.xinheng.contract.api.OperationId;
import org.xinheng.kernel.ErrorCode;
import org.xinheng.kernel.Refusal;

/** {@code /v1/tasks/stream}: server-sent events (HTML Living Standard §9.2), one a task, its number as the id. */
@Path("/v1/tasks/stream")
public class TaskStreamResource {
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

    private final Contract contract;
    private final CurrentCaller caller;
    private final TaskStreams taskStreams;

    TaskStreamResource(Contract contract, CurrentCaller caller, TaskStreams taskStreams) {
        this.contract = contract;
        this.caller = caller;
        this.taskStreams = taskStreams;
    }

    /** Opens a stream; {@code Last-Event-ID} goes before {@code after}. */
    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Blocking
    public void stream(
            @Context UriInfo uri,
            @Context Sse sse,
            @Context SseEventSink sink,
            @HeaderParam("Last-Event-ID") @Nullable String lastEventId) {
        QueryParameters query = contract.query(OperationId.STREAM_TASKS, uri.getQueryParameters());
        if (lastEventId != null && !NUMBER.matcher(lastEventId).matches()) {
            throw Refusal.at("header:Last-Event-ID", ErrorCode.PARAMETER_INVALID, "Last-Event-ID", "[0-9]{1,18}");
        }
        long after = lastEventId != null
                ? Long.parseLong(lastEventId)
                : query.text("after").map(Long::parseLong).orElse(0L);
        taskStreams.open(caller.get(), sink, sse, after);
    }
}
