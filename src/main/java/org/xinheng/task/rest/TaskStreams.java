package org.xinheng.task.rest;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import org.xinheng.caller.Caller;
import org.xinheng.kernel.ErrorCode;
import org.xinheng.kernel.Refusal;
import org.xinheng.task.service.ReadTasks;
import org.xinheng.task.service.TaskSettings;
import org.xinheng.work.DaemonThreads;

/**
 * The streams of tasks that agencies hold open on this node. Each goes through the numbers by itself; nothing further is
 * read for one whose last events are still on their way, so that one that does not read holds nobody up. A stream ends
 * after a while, so that a key that was revoked ends with it; the client comes back with {@code Last-Event-ID}.
 */
@ApplicationScoped
public class TaskStreams {
    private static final Logger LOG = Logger.getLogger(TaskStreams.class);
    private static final int EVENTS_AT_ONCE = 100;
    /** Few: what is read is a page, and requests go first to the connections of the database. */
    private static final int READERS = 2;

    private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(15);

    private final ReadTasks readTasks;
    private final TaskMessages messages;
    private final Duration longest;
    private final int most;
    private final Set<Stream> streams = ConcurrentHashMap.newKeySet();
    private final ExecutorService readers = Executors.newFixedThreadPool(READERS, DaemonThreads.named("task-stream"));

    TaskStreams(ReadTasks readTasks, TaskMessages messages, TaskSettings settings) {
        this.readTasks = readTasks;
        this.messages = messages;
        this.longest = settings.streamLongest();
        this.most = settings.streams();
    }

    private static final class Stream {
        private final Caller caller;
        private final SseEventSink sink;
        private final Sse sse;
        private final long openedNanos = System.nanoTime();
        private final AtomicBoolean sending = new AtomicBoolean();
        private volatile long number;
        private volatile long lastSignNanos = openedNanos;

        Stream(Caller caller, SseEventSink sink, Sse sse, long number) {
            this.caller = caller;
            this.sink = sink;
            this.sse = sse;
            this.number = number;
        }
    }

    /** Opens a stream after a number. */
    void open(Caller caller, SseEventSink sink, Sse sse, long after) {
        if (streams.size() >= most) {
            throw Refusal.of(ErrorCode.TOO_MANY_STREAMS, Integer.toString(most));
        }
        Stream stream = new Stream(caller, sink, sse, after);
        sign(stream);
        streams.add(stream);
        serve(stream);
    }

    /** There may be new tasks: every stream is looked after. To be called once in a while too. */
    public void wake() {
        for (Stream stream : streams) {
            long now = System.nanoTime();
            if (stream.sink.isClosed() || now - stream.openedNanos > longest.toNanos()) {
                close(stream);
            } else {
                serve(stream);
                if (now - stream.lastSignNanos > SIGN_OF_LIFE.toNanos()) {
                    sign(stream);
                }
            }
        }
    }

    private void serve(Stream stream) {
        if (!stream.sending.compareAndSet(false, true)) {
            return;
        }
        try {
            List<ReadTasks.TaskDetails> found = readTasks
                    .search(stream.caller, ReadTasks.Search.behind(stream.number, EVENTS_AT_ONCE))
                    .items();
            send(stream, found, 0);
        } catch (RuntimeException failed) {
            interrupted(stream, failed);
        }
    }

    private void send(Stream stream, List<ReadTasks.TaskDetails> found, int index) {
        if (index == found.size()) {
            stream.sending.set(false);
            if (found.size() == EVENTS_AT_ONCE) {
                // the last event was written by the thread of the connection, which must not wait for the database
                readers.execute(() -> serve(stream));
            }
            return;
        }
        ReadTasks.TaskDetails displayed = found.get(index);
        OutboundSseEvent event = stream.sse
                .newEventBuilder()
                .id(Long.toString(displayed.progress().task().number()))
                .name("task")
                .data(String.class, messages.json(displayed))
                .build();
        stream.sink.send(event).whenComplete((sent, failed) -> {
            if (failed != null) {
                close(stream);
                return;
            }
            stream.number = displayed.progress().task().number();
            stream.lastSignNanos = System.nanoTime();
            try {
                send(stream, found, index + 1);
            } catch (RuntimeException broken) {
                interrupted(stream, broken);
            }
        });
    }

    /** It goes on where it stopped when it is woken next. */
    private static void interrupted(Stream stream, RuntimeException failed) {
        LOG.warnf(failed, "a stream of tasks is held up after number %d; it is tried again", stream.number);
        stream.sending.set(false);
    }

    private static void sign(Stream stream) {
        stream.lastSignNanos = System.nanoTime();
        stream.sink.send(stream.sse.newEventBuilder().comment("").build());
    }

    private void close(Stream stream) {
        streams.remove(stream);
        stream.sink.close();
    }

    @PreDestroy
    void stop() {
        readers.shutdownNow();
    }
}
