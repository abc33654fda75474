package org.xinheng.statistics.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xinheng.audit.AuditEntry;
import org.xinheng.audit.AuditKind;
import org.xinheng.audit.AuditTrail;
import org.xinheng.caller.Caller;
import org.xinheng.catalogue.MeasureRule;
import org.xinheng.decision.RuleBooks;
import org.xinheng.kernel.BeijingTime;
import org.xinheng.kernel.ErrorCode;
import org.xinheng.kernel.Refusal;
import org.xinheng.release.Release;
import org.xinheng.release.Releases;
import org.xinheng.statistics.RowCount;
import org.xinheng.statistics.RowCounts;

/** How often each row of a release fired: those that fire most, and those that never do. */
@ApplicationScoped
public class CountRows {
    private static final Comparator<Counted> MOST_FIRST =
            Comparator.comparingLong(Counted::fired).reversed().thenComparing(Counted::rowCode);

    private final RowCounts rowCounts;
    private final RuleBooks ruleBooks;
    private final Releases releases;
    private final AuditTrail auditTrail;
    private final Clock clock;

    CountRows(RowCounts rowCounts, RuleBooks ruleBooks, Releases releases, AuditTrail auditTrail, Clock clock) {
        this.rowCounts = rowCounts;
        this.ruleBooks = ruleBooks;
        this.releases = releases;
        this.auditTrail = auditTrail;
        this.clock = clock;
    }

    /** A row with its place and how often it fired. */
    public record Counted(
            String rowCode,
            String workbook,
            int row,
            String measure,
            long applied,
            long withheld,
            @Nullable Instant lastDecidedAt) {
        /** In how many decisions it fired. */
        public long fired() {
            return applied + withheld;
        }
    }

    /** What was counted. */
    public record Counts(UUID release, List<Counted> rows) {}

    /**
     * Counts.
     *
     * @param releaseId null for the release in force today
     * @param neverFired only rows that never fired; otherwise all, those that fired most first
     * @throws Refusal RELEASE_NOT_FOUND
     */
    @Transactional
    public Counts count(
            Caller caller,
            @Nullable UUID releaseId,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            boolean neverFired,
            String form) {
        LocalDate today = BeijingTime.dayOf(clock.instant());
        if (releaseId != null && releases.find(releaseId).isEmpty()) {
            throw Refusal.at("query:release", ErrorCode.RELEASE_NOT_FOUND);
        }
        Release release =
                (releaseId == null ? ruleBooks.on(today).ruleBook() : ruleBooks.recorded(releaseId)).release();
        auditTrail.record(AuditEntry.of(
                        clock.instant(),
                        form.equals("JSON") ? AuditKind.ROWS_COUNTED : AuditKind.ROWS_EXPORT,
                        caller,
                        release.id())
                .withDetail(form + " from=" + from + " to=" + to + (neverFired ? " never fired" : "")));
        Map<String, RowCount> counts = new HashMap<>();
        rowCounts.of(release.id(), from, to).forEach(count -> counts.put(count.rowCode(), count));
        return new Counts(
                release.id(),
                release.content().rules().stream()
                        .map(rule -> counted(rule, counts.get(rule.code())))
                        .filter(counted -> !neverFired || counted.fired() == 0)
                        .sorted(MOST_FIRST)
                        .toList());
    }

    private static Counted counted(MeasureRule rule, @Nullable RowCount count) {
        return new Counted(
                rule.code(),
                rule.source().workbook(),
                rule.source().row(),
                rule.measure(),
                count == null ? 0 : count.applied(),
                count == null ? 0 : count.withheld(),
                count == null ? null : count.lastDecidedAt());
    }
}
