package org.xinheng.app;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.xinheng.app.startup.RunMode;
import org.xinheng.app.startup.ServiceSettings;
import org.xinheng.app.task.WebhookSender;
import org.xinheng.audit.service.IntegrateLog;
import org.xinheng.decision.service.SearchDecisions;
import org.xinheng.impact.RequestPriority;
import org.xinheng.task.rest.TaskStreams;
import org.xinheng.task.service.MakeTasks;
import org.xinheng.task.service.TaskSettings;
import org.xinheng.work.DaemonThreads;
import org.xinheng.work.Loop;
import org.xinheng.work.store.Listener;

/**
 * What a node does again and again beside the serving of requests. A loop whose work is announced is woken at once; its rest
 * is for announcements that were missed and for what time alone brings.
 */
@Singleton
class BackgroundLoops {
    private static final int BEFORE_ANYTHING_IS_WRITTEN = 5;
    private static final int AFTER_THE_DEMONSTRATION = 20;

    private final RunMode runMode;
    private final Listener listener;
    private final List<Loop> loops = new ArrayList<>();
    private volatile boolean stopping;

    BackgroundLoops(RunMode runMode, Listener listener) {
        this.runMode = runMode;
        this.listener = listener;
    }

    /** A round that fails loses nothing: what was appended is integrated by the next. */
    void integrateLog(
            @Observes @Priority(BEFORE_ANYTHING_IS_WRITTEN) StartupEvent started,
            IntegrateLog integrateLog,
            ServiceSettings settings) {
        if (!runMode.serving()) {
            return;
        }
        added("log-integrator", settings.log().interval(), integrateLog::integrate)
                .start();
    }

    /** Decisions are made searchable so that a question has little to catch up on; a decision pays nothing for it. */
    void indexDecisions(
            @Observes @Priority(AFTER_THE_DEMONSTRATION) StartupEvent started,
            SearchDecisions searchDecisions,
            ServiceSettings settings) {
        if (runMode.serving()) {
            added("decision-indexer", settings.search().interval(), searchDecisions::indexAll)
                    .startAfterRest();
        }
    }

    /** Requests go first. Of several nodes one at a time makes tasks. */
    void makeTasks(
            @Observes @Priority(AFTER_THE_DEMONSTRATION) StartupEvent started,
            MakeTasks makeTasks,
            RequestPriority requestPriority,
            TaskSettings settings) {
        if (!runMode.serving() || !settings.make()) {
            return;
        }
        Loop loop = new Loop(DaemonThreads.quiet("task-maker"), settings.interval(), () -> {
            while (!stopping && makeTasks.makeNext() > 0) {
                requestPriority.yieldToRequests();
            }
        });
        loops.add(loop);
        loop.start();
        listener.subscribe("xinheng_listings", loop::wake);
    }

    /** Tasks go to the streams and webhooks of this node, whichever node made them. */
    void deliverTasks(
            @Observes @Priority(AFTER_THE_DEMONSTRATION) StartupEvent started,
            TaskStreams streams,
            WebhookSender sender) {
        if (!runMode.serving()) {
            return;
        }
        Loop loop = added("task-delivery", Duration.ofSeconds(1), () -> {
            streams.wake();
            sender.wake();
        });
        loop.start();
        listener.subscribe("xinheng_tasks", loop::wake);
    }

    private Loop added(String name, Duration rest, Loop.Round round) {
        Loop loop = new Loop(name, rest, round);
        loops.add(loop);
        return loop;
    }

    void stop(@Observes ShutdownEvent stopped) {
        stopping = true;
        loops.forEach(Loop::stop);
    }
}
