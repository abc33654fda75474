package org.xinheng.app.law;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.xinheng.decision.RuleBook;

/** The knowledge bases of past releases that somebody asked for lately; the one not asked for longest goes first. */
@ApplicationScoped
class PastRuleBooks {
    private static final int STORED_MAX = 4;

    private final RuleBookLoader loader;
    private final Map<UUID, RuleBook> law = lastAskedFor();
    private final Map<UUID, RuleBook> recorded = lastAskedFor();

    PastRuleBooks(RuleBookLoader loader) {
        this.loader = loader;
    }

    /** To decide by. One at a time: whoever asks for the same one meanwhile waits for it instead of making it twice. */
    synchronized RuleBook get(UUID id) {
        return stored(law, id, loader::load);
    }

    /** To explain what was decided by it, whatever rules this build has. */
    synchronized RuleBook recorded(UUID id) {
        RuleBook known = law.get(id);
        return known == null ? stored(recorded, id, loader::recorded) : known;
    }

    /** Keeps what served until now and serves no longer: a rollback wants it back. */
    synchronized void keep(Map<UUID, RuleBook> served, Set<UUID> stillServing) {
        served.forEach((id, ruleBook) -> {
            if (!stillServing.contains(id)) {
                stored(law, id, known -> ruleBook);
            }
        });
    }

    private static RuleBook stored(Map<UUID, RuleBook> books, UUID id, Function<UUID, RuleBook> maker) {
        RuleBook known = books.get(id);
        if (known != null) {
            return known;
        }
        RuleBook made = maker.apply(id);
        books.put(id, made);
        if (books.size() > STORED_MAX) {
            books.remove(books.keySet().iterator().next());
        }
        return made;
    }

    private static Map<UUID, RuleBook> lastAskedFor() {
        return new LinkedHashMap<>(16, 0.75f, true);
    }
}
