package org.xinheng.engine;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.drools.base.util.Drools;
import org.kie.api.KieBase;
import org.xinheng.catalogue.MeasureRule;
import org.xinheng.release.Release;

/** Makes a knowledge base of a checked release. No row is added, lost or doubled on the way: that is asserted. */
public final class RuleBookCompiler {
    /** Version of the rule engine, as a release and a decision name it. */
    public static final String ENGINE_VERSION = "drools " + Drools.getFullVersion();

    private final int workersMax;

    /** With as many workers as the machine runs threads, two at least. */
    public RuleBookCompiler() {
        this(Math.max(2, Runtime.getRuntime().availableProcessors()));
    }

    /** @param workersMax sessions that may run at once; each holds all rows, about 250 bytes for a row */
    public RuleBookCompiler(int workersMax) {
        this.workersMax = workersMax;
    }

    /**
     * The knowledge base of a release that the gate has let through.
     *
     * @throws IllegalStateException where the release holds a row code twice, or a row would not stand in the knowledge
     *     base exactly once
     */
    public CompiledRuleBook compile(Release release) {
        return compile(release, LawRules.newKnowledgeBase());
    }

    /**
     * The same, with the rules of law that the release was made with.
     *
     * @param rules texts by file name; none means those of this build
     */
    public CompiledRuleBook compile(Release release, Map<String, String> rules) {
        Map<String, byte[]> texts = new LinkedHashMap<>();
        rules.forEach((name, text) -> texts.put(name, text.getBytes(StandardCharsets.UTF_8)));
        return texts.isEmpty() ? compile(release) : compile(release, LawRules.newKnowledgeBase(texts));
    }

    private CompiledRuleBook compile(Release release, KieBase knowledgeBase) {
        refuseDoubledCodes(release.content().rules());
        RowBase rows = new RowBase(release);
        RuleSessionPool sessions = new RuleSessionPool(workersMax, () -> {
            RuleSession session = new RuleSession(knowledgeBase, rows);
            assertNoRowTwice(release.content().rules(), session.standing());
            return session;
        });
        sessions.ask(session -> session); // the first is made, and asserted, now
        return new CompiledRuleBook(release, sessions);
    }

    private static void refuseDoubledCodes(List<MeasureRule> rules) {
        Set<String> codes = new HashSet<>();
        for (MeasureRule rule : rules) {
            if (!codes.add(rule.code())) {
                throw new IllegalStateException("row `" + rule.code() + "` stands twice in the release");
            }
        }
    }

    /** Every row stands under each of its list kinds and matters once, and nothing else stands there. */
    static void assertNoRowTwice(List<MeasureRule> rules, List<RowFact> standing) {
        Map<String, Set<String>> places = new HashMap<>();
        for (RowFact fact : standing) {
            String code = fact.row().rule().code();
            if (!places.computeIfAbsent(code, c -> new HashSet<>()).add(fact.listKind() + " " + fact.matter())) {
                throw new IllegalStateException("row `" + code + "` stands twice in the knowledge base");
            }
        }
        for (MeasureRule rule : rules) {
            int wanted = rule.listKinds().size() * Math.max(1, rule.matters().size());
            Set<String> found = places.remove(rule.code());
            if (found == null || found.size() != wanted) {
                throw new IllegalStateException("row `" + rule.code() + "` was lost on the way to the knowledge base");
            }
        }
        if (!places.isEmpty()) {
            throw new IllegalStateException("the knowledge base holds rows of no release: " + places.keySet());
        }
    }
}
