package org.xinheng.app.law;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.xinheng.decision.RuleBook;

/**
 * The knowledge bases of past releases that somebody asked for lately. Whoever asks for the same one meanwhile waits for
 * it instead of making it twice.
 */
@ApplicationScoped
class PastRuleBooks {
    private static final int STORED_MAX = 4;

    private final RuleBookLoader loader;
    private final Cache<UUID, RuleBook> law = lastAskedFor();
    private final Cache<UUID, RuleBook> recorded = lastAskedFor();

    PastRuleBooks(RuleBookLoader loader) {
        this.loader = loader;
    }

    /** To decide by. */
    RuleBook get(UUID id) {
        return law.get(id, loader::load);
    }

    /** To explain what was decided by it, whatever rules this build has. */
    RuleBook recorded(UUID id) {
        RuleBook known = law.getIfPresent(id);
        return known == null ? recorded.get(id, loader::recorded) : known;
    }

    /** Keeps what served until now and serves no longer: a rollback wants it back. */
    void keep(Map<UUID, RuleBook> served, Set<UUID> stillServing) {
        served.forEach((id, ruleBook) -> {
            if (!stillServing.contains(id)) {
                law.asMap().putIfAbsent(id, ruleBook);
            }
        });
    }

    /** Knowledge bases are large: what is over the bound goes at once, on the thread that brought it over. */
    private static Cache<UUID, RuleBook> lastAskedFor() {
        return Caffeine.newBuilder()
                .maximumSize(STORED_MAX)
                .executor(Runnable::run)
                .build();
    }
}
