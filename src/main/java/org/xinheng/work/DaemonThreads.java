package org.xinheng.work;

import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ThreadFactory;

/** Threads that do not keep the service alive, all under one name. */
public final class DaemonThreads implements ThreadFactory {
    private final String name;
    private final int priority;

    private DaemonThreads(String name, int priority) {
        this.name = name;
        this.priority = priority;
    }

    /** Threads like those that answer requests. */
    public static DaemonThreads named(String name) {
        return new DaemonThreads(name, Thread.NORM_PRIORITY);
    }

    /** Threads of the lowest priority. */
    public static DaemonThreads quiet(String name) {
        return new DaemonThreads(name, Thread.MIN_PRIORITY);
    }

    /** Does something on a thread of its own. */
    public <T> Future<T> begin(Callable<T> work) {
        FutureTask<T> task = new FutureTask<>(work);
        newThread(task).start();
        return task;
    }

    @Override
    @SuppressWarnings("ThreadPriorityCheck") // a wish that costs nothing where the system does not grant it
    public Thread newThread(Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.setPriority(priority);
        return thread;
    }
}
