package org.xinheng.engine;

import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The sessions of one rule book: as many as may run at once, created when first needed, the last one returned used first.
 * A request waits while all are in use. A session whose request throws is dropped; another is created when needed.
 */
final class RuleSessionPool {
    private final Supplier<RuleSession> create;
    private final Semaphore free;
    private final ConcurrentLinkedDeque<RuleSession> idle = new ConcurrentLinkedDeque<>();

    RuleSessionPool(int most, Supplier<RuleSession> create) {
        this.create = create;
        this.free = new Semaphore(most);
    }

    <T> T ask(Function<RuleSession, T> request) {
        free.acquireUninterruptibly();
        try {
            @Nullable RuleSession session = idle.pollFirst();
            if (session == null) {
                session = create.get();
            }
            T answer;
            try {
                answer = request.apply(session);
            } catch (RuntimeException | Error e) {
                session.dispose();
                throw e;
            }
            idle.addFirst(session);
            return answer;
        } finally {
            free.release();
        }
    }
}
