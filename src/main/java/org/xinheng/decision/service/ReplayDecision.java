package org.xinheng.decision.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.xinheng.audit.AuditEntry;
import org.xinheng.audit.AuditKind;
import org.xinheng.audit.AuditTrail;
import org.xinheng.caller.Reader;
import org.xinheng.decision.DecisionRequest;
import org.xinheng.decision.Decisions;
import org.xinheng.decision.Replayable;
import org.xinheng.decision.RuleBooks;
import org.xinheng.decision.replay.Replay;
import org.xinheng.decision.replay.Replayer;
import org.xinheng.kernel.BeijingTime;
import org.xinheng.kernel.ErrorCode;
import org.xinheng.kernel.Refusal;
import org.xinheng.listing.Listings;
import org.xinheng.listing.SubjectHistory;

/** Decides one past decision again and tells what differs, and why (A3). Nothing is changed; that it was done is on record. */
@ApplicationScoped
public class ReplayDecision {
    private final ReadDecisions readDecisions;
    private final Decisions decisions;
    private final RuleBooks ruleBooks;
    private final Listings listings;
    private final AuditTrail auditTrail;
    private final Clock clock;

    ReplayDecision(
            ReadDecisions readDecisions,
            Decisions decisions,
            RuleBooks ruleBooks,
            Listings listings,
            AuditTrail auditTrail,
            Clock clock) {
        this.readDecisions = readDecisions;
        this.decisions = decisions;
        this.ruleBooks = ruleBooks;
        this.listings = listings;
        this.auditTrail = auditTrail;
        this.clock = clock;
    }

    /**
     * Replays.
     *
     * @throws Refusal when there is no such decision, or what identified its subject has been erased
     */
    @Transactional
    public Replay replay(Reader reader, UUID id, Replay.Under under) {
        Decisions.Stored stored = readDecisions.read(reader, id);
        Replayable replayable = decisions.replayable(id).orElseThrow();
        DecisionRequest request = replayable.request();
        if (request == null) {
            throw Refusal.of(ErrorCode.PERSONAL_DATA_ERASED, id.toString());
        }
        auditTrail.record(AuditEntry.of(clock.instant(), AuditKind.DECISION_REPLAYED, reader, id)
                .withSubject(stored.subjectLookup())
                .withDetail(under.name()));
        Map<String, SubjectHistory> histories = listings.historiesOf(Set.copyOf(replayable.lookups()));
        return new Replayer(
                        ruleBooks.recorded(replayable.decision().release().id()),
                        under == Replay.Under.TODAY ? today() : null)
                .replay(replayable, request, histories, listings.lastReadings(replayable.watermark()));
    }

    private Replayer.Today today() {
        LocalDate today = BeijingTime.dayOf(clock.instant());
        return new Replayer.Today(ruleBooks.on(today), listings.lastCommit());
    }
}
