package org.xinheng.decision.replay;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.xinheng.catalogue.Department;
import org.xinheng.decision.Decider;
import org.xinheng.decision.Decision;
import org.xinheng.decision.DecisionRequest;
import org.xinheng.decision.Replayable;
import org.xinheng.decision.RuleBook;
import org.xinheng.decision.RuleBooks;
import org.xinheng.kernel.BeijingTime;
import org.xinheng.listing.SubjectFile;
import org.xinheng.listing.SubjectHistory;
import org.xinheng.release.Tenure;

/**
 * Decides a kept decision again. Pure: law, listings and readings are handed in. The question, its day and its clock stay
 * as they were; only what is known changes (design §6.2: replay alone uses the recorded release and watermark).
 *
 * @param today the law of today, null where it is decided again with what was known then
 */
public record Replayer(RuleBook recorded, @Nullable Today today) {
    /**
     * What is known today.
     *
     * @param lastCommit number of the last commit of listings
     */
    public record Today(RuleBooks.InForce law, long lastCommit) {}

    /**
     * Decides again and compares.
     *
     * @param histories of the subject and its principal, by keyed hash
     * @param readings when each list kind was last read, as known then: how fresh a list was is a fact of then
     */
    public Replay replay(
            Replayable stored,
            DecisionRequest request,
            Map<String, SubjectHistory> histories,
            Map<String, Instant> readings) {
        Decision recordedDecision = stored.decision();
        RuleBooks.InForce lawThen = new RuleBooks.InForce(
                recorded,
                new Tenure(
                        recordedDecision.release().id(),
                        recordedDecision.release().effectiveFrom(),
                        recordedDecision.decidedAt()),
                recordedDecision.reconstructed());
        List<DecisionComparison.Step> steps = new ArrayList<>();
        steps.add(new DecisionComparison.Step(
                Replay.Cause.ENGINE, decided(stored, request, lawThen, histories, stored.watermark(), readings)));
        Replay.Basis then = new Replay.Basis(
                recordedDecision.release().id(),
                recordedDecision.release().contentHash(),
                stored.watermark(),
                stored.engineVersion());
        Replay.Basis now = new Replay.Basis(
                then.release(), recorded.release().contentHash(), stored.watermark(), recorded.engineVersion());
        if (today != null) {
            RuleBooks.InForce law = new RuleBooks.InForce(
                    today.law().ruleBook(), today.law().tenure(), recordedDecision.reconstructed());
            steps.add(new DecisionComparison.Step(
                    Replay.Cause.RELEASE, decided(stored, request, law, histories, stored.watermark(), readings)));
            steps.add(new DecisionComparison.Step(
                    Replay.Cause.LISTING_KNOWN_LATER,
                    decided(stored, request, law, histories, today.lastCommit(), readings)));
            now = new Replay.Basis(
                    law.tenure().releaseId(),
                    law.ruleBook().release().contentHash(),
                    today.lastCommit(),
                    law.ruleBook().engineVersion());
        }
        return new Replay(
                stored.id(),
                today == null ? Replay.Under.THEN : Replay.Under.TODAY,
                then,
                now,
                DecisionComparison.of(recordedDecision, steps));
    }

    /** A department that today's registers no longer have asks as the one it was. */
    private Decision decided(
            Replayable stored,
            DecisionRequest request,
            RuleBooks.InForce law,
            Map<String, SubjectHistory> histories,
            long watermark,
            Map<String, Instant> readings) {
        String code = stored.decision().agency();
        Department department =
                law.ruleBook().release().registers().departments().get(code);
        if (department == null) {
            department = Objects.requireNonNull(
                    recorded.release().registers().departments().get(code),
                    "the recorded release has the department that asked");
        }
        Instant decidedAt = stored.decision().decidedAt();
        return new Decider(law, department, decidedAt, BeijingTime.dayOf(decidedAt))
                .decide(
                        stored.id(),
                        request,
                        new Decider.Files(
                                known(histories, stored.lookup(), watermark),
                                stored.principalLookup() == null
                                        ? null
                                        : known(histories, stored.principalLookup(), watermark)),
                        readings)
                .decision();
    }

    private static SubjectFile known(Map<String, SubjectHistory> histories, String lookup, long watermark) {
        return Objects.requireNonNull(histories.get(lookup), "every history asked for is read")
                .asKnownAt(watermark);
    }
}
