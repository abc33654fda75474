package org.xinheng.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kie.api.definition.rule.Rule;
import org.xinheng.decision.RuleOfLaw;
import org.xinheng.decision.WithheldReason;

/**
 * Takes what the rules of law say of one request: the global {@code verdicts}. It is emptied between requests and belongs
 * to one session. The order in which rules fire does not matter to it.
 *
 * <p>Rules call its public methods, those of old releases too: once a release was made with them, none is ever removed or
 * given another meaning.
 */
public final class Verdicts {
    /** A row that matched a situation. */
    record Match(Situation situation, Row row) {}

    /**
     * What holds a row back.
     *
     * @param rule null where no rule does, but the program itself
     */
    record Held(WithheldReason reason, @Nullable RuleOfLaw rule) {
        /** Of several, the first reason is told, and of rules with one reason the first id. */
        private static Held first(Held one, Held other) {
            int order = one.reason.compareTo(other.reason);
            if (order == 0 && one.rule != null && other.rule != null) {
                order = one.rule.id().compareTo(other.rule.id());
            }
            return order <= 0 ? one : other;
        }
    }

    private final List<Match> matches = new ArrayList<>();
    private final Map<Situation, Held> suspended = new HashMap<>();
    private final Set<Situation> lifted = new HashSet<>();
    private final Map<BasisQuestion, Held> basis = new HashMap<>();
    private final Map<Row, Held> rewards = new HashMap<>();

    /** L3: the row reaches the subject. */
    public void matched(Situation situation, RowFact row) {
        matches.add(new Match(situation, row.row()));
    }

    /** L4: the listing has no effect for the time being. */
    public void suspended(Situation situation, Rule rule) {
        hold(suspended, situation, new Held(WithheldReason.SUSPENDED, ruleOfLaw(rule)));
    }

    /** L4: of the listing only what outlives a restoration is left. */
    public void lifted(Situation situation) {
        lifted.add(situation);
    }

    /** L1, L2, L5: the row does not stand on law; of several reasons the first is kept. */
    public void withheld(BasisQuestion question, WithheldReason reason, Rule rule) {
        hold(basis, question, new Held(reason, ruleOfLaw(rule)));
    }

    /** L6: the reward is held back. */
    public void withheld(RewardInQuestion reward, WithheldReason reason, Rule rule) {
        hold(rewards, reward.row(), new Held(reason, ruleOfLaw(rule)));
    }

    private static <T> void hold(Map<T, Held> held, T what, Held by) {
        held.merge(what, by, Held::first);
    }

    /** A rule's name is its id, a blank and what it says in English; {@code @words} says it in Chinese. */
    private static RuleOfLaw ruleOfLaw(Rule rule) {
        String name = rule.getName();
        int blank = name.indexOf(' ');
        @Nullable Object words = rule.getMetaData().get("words");
        return new RuleOfLaw(
                name.substring(0, blank), words == null ? name.substring(blank + 1) : unquoted(words.toString()));
    }

    /** Drools keeps the quotation marks of a text in its metadata. */
    private static String unquoted(String text) {
        boolean quoted = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
        return quoted ? text.substring(1, text.length() - 1) : text;
    }

    List<Match> matches() {
        return matches;
    }

    @Nullable
    Held ofSuspension(Situation situation) {
        return suspended.isEmpty() ? null : suspended.get(situation);
    }

    boolean isLifted(Situation situation) {
        return !lifted.isEmpty() && lifted.contains(situation);
    }

    @Nullable
    Held of(BasisQuestion question) {
        return basis.get(question);
    }

    @Nullable
    Held ofReward(Row row) {
        return rewards.get(row);
    }

    void clear() {
        matches.clear();
        suspended.clear();
        lifted.clear();
        basis.clear();
        rewards.clear();
    }
}
