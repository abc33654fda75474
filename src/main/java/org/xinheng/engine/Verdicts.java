package org.xinheng.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.xinheng.decision.WithheldReason;

/**
 * Takes what the rules of law say of one request: the global {@code verdicts}. It is emptied between requests and belongs
 * to one session. The order in which rules fire does not matter to it.
 */
public final class Verdicts {
    /** A row that matched a situation. */
    record Match(Situation situation, Row row) {}

    private final List<Match> matches = new ArrayList<>();
    private final Set<Situation> suspended = new HashSet<>();
    private final Set<Situation> lifted = new HashSet<>();
    private final Map<BasisQuestion, WithheldReason> basis = new HashMap<>();
    private final Map<Row, WithheldReason> rewards = new HashMap<>();

    /** L3: the row reaches the subject. */
    public void matched(Situation situation, RowFact row) {
        matches.add(new Match(situation, row.row()));
    }

    /** L4: the listing has no effect for the time being. */
    public void suspended(Situation situation) {
        suspended.add(situation);
    }

    /** L4: of the listing only what outlives a restoration is left. */
    public void lifted(Situation situation) {
        lifted.add(situation);
    }

    /** L1, L2, L5: the row does not stand on law; of several reasons the first is kept. */
    public void withheld(BasisQuestion question, WithheldReason reason) {
        basis.merge(question, reason, Verdicts::first);
    }

    /** L6: the reward is held back. */
    public void withheld(RewardInQuestion reward, WithheldReason reason) {
        rewards.merge(reward.row(), reason, Verdicts::first);
    }

    private static WithheldReason first(WithheldReason one, WithheldReason other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    List<Match> matches() {
        return matches;
    }

    boolean isSuspended(Situation situation) {
        return !suspended.isEmpty() && suspended.contains(situation);
    }

    boolean isLifted(Situation situation) {
        return !lifted.isEmpty() && lifted.contains(situation);
    }

    @Nullable
    WithheldReason of(BasisQuestion question) {
        return basis.get(question);
    }

    @Nullable
    WithheldReason ofReward(Row row) {
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
