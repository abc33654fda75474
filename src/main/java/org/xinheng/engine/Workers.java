package org.xinheng.engine;

import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The workers of one rule book: as many as may run at once, made when first needed, the last one returned lent out first.
 * A request waits while all are lent. A worker whose request throws is dropped, and another takes its place when needed.
 */
final class Workers {
    private final Supplier<Worker> hire;
    private final Semaphore free;
    private final ConcurrentLinkedDeque<Worker> idle = new ConcurrentLinkedDeque<>();

    Workers(int most, Supplier<Worker> hire) {
        this.hire = hire;
        this.free = new Semaphore(most);
    }

    <T> T ask(Function<Worker, T> request) {
        free.acquireUninterruptibly();
        try {
            @Nullable Worker worker = idle.pollFirst();
            if (worker == null) {
                worker = hire.get();
            }
            T answer;
            try {
                answer = request.apply(worker);
            } catch (RuntimeException | Error e) {
                worker.dispose();
                throw e;
            }
            idle.addFirst(worker);
            return answer;
        } finally {
            free.release();
        }
    }
}
