package org.xinheng.decision.rest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xinheng.decision.AppliedMeasure;
import org.xinheng.decision.Decision;
import org.xinheng.decision.Decisions;
import org.xinheng.decision.Trace;
import org.xinheng.decision.UntilKind;
import org.xinheng.law.Effect;

/** Why each measure of a decision came out, from what was stored with it and nothing else (A2). */
record Explanation(
        UUID decision,
        Instant decidedAt,
        LocalDate asOf,
        Decision.ReleaseCited release,
        String engineVersion,
        long watermark,
        List<ExplainedRow> items) {

    /** A row against a listing. */
    record ExplainedRow(
            String result,
            @Nullable String reason,
            @Nullable String wanted,
            String measure,
            String title,
            Effect effect,
            @Nullable LocalDate until,
            @Nullable UntilKind untilKind,
            Trace.FactsOfListing listing,
            AppliedMeasure.Source source,
            String lastChecked,
            List<Condition> conditions,
            List<AppliedMeasure.CitedBasis> legalBases) {}

    /** A condition cell; every one of a row that fired holds, an unknown value counting as held until it is asked for. */
    record Condition(
            String heading,
            String cell,
            String wanted,
            @Nullable String met,
            boolean holds) {}

    /** The rows that fired, all of them or those of one measure or row. */
    static Explanation of(Decisions.Kept kept, Optional<String> measure, Optional<String> rowCode) {
        List<ExplainedRow> rows = kept.trace().fired().stream()
                .filter(fired -> measure.map(fired.measure().measure()::equals).orElse(true))
                .filter(fired ->
                        rowCode.map(fired.measure().source().rowCode()::equals).orElse(true))
                .map(fired -> row(fired, kept.trace()))
                .toList();
        return new Explanation(
                kept.id(), kept.decidedAt(), kept.asOf(), kept.release(), kept.engineVersion(), kept.watermark(), rows);
    }

    private static ExplainedRow row(Trace.Fired fired, Trace trace) {
        AppliedMeasure said = fired.measure();
        boolean applied = fired.withheld() == null;
        Trace.FactsOfListing listing = trace.listings().stream()
                .filter(facts -> facts.id().equals(said.listing().id()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("a row fired on a listing that is not in its trace"));
        return new ExplainedRow(
                applied ? "APPLIED" : "WITHHELD",
                applied ? null : String.valueOf(fired.withheld()),
                fired.wanted(),
                said.measure(),
                said.title(),
                said.effect(),
                applied ? said.until() : null,
                applied ? said.untilKind() : null,
                listing,
                said.source(),
                fired.lastChecked(),
                fired.conditions().stream().map(Explanation::condition).toList(),
                said.legalBases());
    }

    private static Condition condition(Trace.Condition condition) {
        boolean unknown = condition.met().isEmpty();
        return new Condition(
                condition.heading(),
                condition.address(),
                condition.wanted(),
                unknown ? null : condition.met(),
                !unknown);
    }
}
