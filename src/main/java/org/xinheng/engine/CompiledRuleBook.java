package org.xinheng.engine;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.xinheng.catalogue.MeasureRule;
import org.xinheng.decision.Conclusion;
import org.xinheng.decision.Inquiry;
import org.xinheng.decision.RuleBook;
import org.xinheng.release.Release;

/** The knowledge base of one release: rows as indexed facts in resident sessions; src/docs/adr tells why. */
public final class CompiledRuleBook implements RuleBook {
    private final Release release;
    private final RuleSessionPool sessions;
    private final Map<String, SortedSet<String>> listKindsByMatter = new ConcurrentHashMap<>();

    CompiledRuleBook(Release release, RuleSessionPool sessions) {
        this.release = release;
        this.sessions = sessions;
    }

    @Override
    public Release release() {
        return release;
    }

    @Override
    public String engineVersion() {
        return RuleBookCompiler.ENGINE_VERSION;
    }

    @Override
    public List<Conclusion> evaluate(Inquiry inquiry) {
        return inquiry.listings().isEmpty() ? List.of() : sessions.ask(session -> session.evaluate(inquiry));
    }

    @Override
    public SortedSet<String> listKindsFor(String matter) {
        return release.registers().matters().containsKey(matter)
                ? listKindsByMatter.computeIfAbsent(matter, this::listKindsAskedFor)
                : Collections.emptySortedSet();
    }

    private SortedSet<String> listKindsAskedFor(String matter) {
        SortedSet<String> kinds = new TreeSet<>();
        for (MeasureRule rule : release.content().rules()) {
            if (rule.matters().isEmpty() || rule.matters().contains(matter)) {
                kinds.addAll(rule.listKinds());
            }
        }
        return Collections.unmodifiableSortedSet(kinds);
    }

    /** The rows that match, before any guard and any end. */
    List<Verdicts.Match> matches(Inquiry inquiry) {
        return sessions.ask(session -> session.matches(inquiry));
    }
}
