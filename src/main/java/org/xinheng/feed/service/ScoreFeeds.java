package org.xinheng.feed.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xinheng.act.ActKind;
import org.xinheng.audit.AuditEntry;
import org.xinheng.audit.AuditKind;
import org.xinheng.audit.AuditTrail;
import org.xinheng.audit.CoveredRecord;
import org.xinheng.audit.RecordKind;
import org.xinheng.caller.Caller;
import org.xinheng.catalogue.Registers;
import org.xinheng.catalogue.RegistersInForce;
import org.xinheng.feed.FeedScore;
import org.xinheng.feed.FeedScores;
import org.xinheng.kernel.BeijingTime;
import org.xinheng.kernel.ErrorCode;
import org.xinheng.kernel.Refusal;
import org.xinheng.kernel.TimeOrderedId;

/** The credit office says how often feeds are expected; a department reads how its own do, the credit office all. */
@ApplicationScoped
public class ScoreFeeds {
    private static final int DAYS_SCORED = 30;

    private final FeedScores scores;
    private final RegistersInForce registersInForce;
    private final AuditTrail auditTrail;
    private final Clock clock;

    ScoreFeeds(FeedScores scores, RegistersInForce registersInForce, AuditTrail auditTrail, Clock clock) {
        this.scores = scores;
        this.registersInForce = registersInForce;
        this.auditTrail = auditTrail;
        this.clock = clock;
    }

    /**
     * Says how often a feed is expected.
     *
     * @throws Refusal CODE_UNKNOWN for a department, list kind or kind of act that is not in the registers
     */
    @Transactional
    public void expect(Caller caller, String department, String feed, int everyDays) {
        Registers registers = registersInForce.now();
        if (!registers.departments().containsKey(department)) {
            throw Refusal.at("/department", ErrorCode.CODE_UNKNOWN, department, "departments");
        }
        boolean act =
                List.of(ActKind.values()).stream().anyMatch(kind -> kind.name().equals(feed));
        if (!act && !registers.listKinds().containsKey(feed)) {
            throw Refusal.at("/feed", ErrorCode.CODE_UNKNOWN, feed, "list-kinds");
        }
        Instant now = clock.instant();
        UUID id = TimeOrderedId.at(now);
        scores.expect(id, department, feed, everyDays, today(), caller.keyId(), now);
        auditTrail.record(
                AuditEntry.of(now, AuditKind.FEED_EXPECTATION, caller, id),
                CoveredRecord.of(RecordKind.FEED_EXPECTATION, id));
    }

    /** The scores of a period, the last thirty days where none is named. */
    @Transactional
    public List<FeedScore> scores(
            Caller caller, @Nullable String department, @Nullable LocalDate from, @Nullable LocalDate to) {
        LocalDate last = to == null ? today() : to;
        return scores.scores(
                caller.readsEveryDepartment() ? department : caller.department(),
                from == null ? last.minusDays(DAYS_SCORED) : from,
                last);
    }

    /** The feeds that are overdue today. */
    @Transactional
    public List<FeedScore> stale() {
        return scores.scores(null, today(), today()).stream()
                .filter(FeedScore::stale)
                .toList();
    }

    private LocalDate today() {
        return BeijingTime.dayOf(clock.instant());
    }
}
