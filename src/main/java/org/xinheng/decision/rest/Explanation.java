package org.xinheng.decision.rest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xinheng.catalogue.table.RuleColumn;
import org.xinheng.decision.AppliedMeasure;
import org.xinheng.decision.Decision;
import org.xinheng.decision.Decisions;
import org.xinheng.decision.RuleOfLaw;
import org.xinheng.decision.Trace;
import org.xinheng.decision.UntilKind;
import org.xinheng.decision.explain.CellMatch;
import org.xinheng.decision.explain.NotFired;
import org.xinheng.decision.explain.Obstacle;
import org.xinheng.decision.explain.WayOut;
import org.xinheng.decision.service.ExplainDecision.Explained;
import org.xinheng.law.Effect;

/**
 * {@code Explanation} of the contract: why each measure of a decision came out, and which rows came nearest to it.
 *
 * @param listed whether any listing of the subject was in question
 * @param text the same in Chinese
 */
record Explanation(
        UUID decision,
        Instant decidedAt,
        LocalDate asOf,
        Decision.ReleaseCited release,
        String engineVersion,
        long watermark,
        boolean listed,
        List<ExplainedRow> items,
        List<NearestRow> nearest,
        String text) {

    /** A row against a listing. */
    record ExplainedRow(
            String result,
            @Nullable String reason,
            @Nullable RuleOfLaw heldBy,
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
            List<AppliedMeasure.CitedBasis> legalBases,
            @Nullable WayOut wayOut) {}

    /** A row that did not fire, against the listing that came nearest to it. */
    record NearestRow(
            int distance,
            String measure,
            String title,
            Effect effect,
            Trace.@Nullable FactsOfListing listing,
            AppliedMeasure.Source source,
            List<Condition> conditions,
            List<ObstacleView> obstacles,
            List<String> wouldFireIf) {}

    /** A code with its words. */
    record ObstacleView(Obstacle code, String words) {}

    /** A condition cell. */
    record Condition(
            String heading,
            String cell,
            String wanted,
            @Nullable String met,
            boolean holds,
            CellMatch agreement) {}

    static Explanation of(Explained explained) {
        Decisions.Stored stored = explained.stored();
        return new Explanation(
                stored.id(),
                stored.decidedAt(),
                stored.asOf(),
                stored.release(),
                stored.engineVersion(),
                stored.watermark(),
                !stored.trace().listings().isEmpty(),
                explained.fired().stream().map(Explanation::row).toList(),
                explained.nearest().stream().map(Explanation::row).toList(),
                ExplanationText.of(explained));
    }

    private static ExplainedRow row(Explained.Why why) {
        Trace.Fired fired = why.row();
        AppliedMeasure stated = fired.measure();
        boolean applied = fired.withheld() == null;
        return new ExplainedRow(
                applied ? "APPLIED" : "WITHHELD",
                applied ? null : String.valueOf(fired.withheld()),
                fired.heldBy(),
                fired.wanted(),
                stated.measure(),
                stated.title(),
                stated.effect(),
                applied ? stated.until() : null,
                applied ? stated.untilKind() : null,
                why.listing(),
                stated.source(),
                fired.lastChecked(),
                fired.conditions().stream().map(Explanation::condition).toList(),
                stated.legalBases(),
                why.wayOut());
    }

    /** Every cell of a row that fired agrees; a fact that nobody gave may agree, and is asked for. */
    private static Condition condition(Trace.Condition condition) {
        boolean unknown = condition.met().isEmpty();
        CellMatch agreement =
                unknown && statedByTheAgency(condition.column()) ? CellMatch.NOT_GIVEN : CellMatch.MATCHED;
        return new Condition(
                condition.heading(),
                condition.address(),
                condition.wanted(),
                unknown ? null : condition.met(),
                agreement == CellMatch.MATCHED,
                agreement);
    }

    private static boolean statedByTheAgency(RuleColumn column) {
        return switch (column) {
            case SECTOR, ITEM, LEGALLY_REQUIRED_TENDER, GOVERNMENT_INVESTED -> true;
            default -> false;
        };
    }

    private static NearestRow row(NotFired row) {
        return new NearestRow(
                row.distance(),
                row.rule().measure(),
                row.title(),
                row.rule().effect(),
                row.listing(),
                new AppliedMeasure.Source(
                        row.rule().source().workbook(),
                        row.rule().source().sheet(),
                        row.rule().source().row(),
                        row.rule().code()),
                row.cells().stream()
                        .map(cell -> new Condition(
                                cell.heading(),
                                cell.address(),
                                cell.wanted(),
                                cell.met(),
                                cell.agreement() == CellMatch.MATCHED,
                                cell.agreement()))
                        .toList(),
                row.obstacles().stream()
                        .map(obstacle -> new ObstacleView(obstacle, obstacle.words()))
                        .toList(),
                row.wouldFireIf());
    }
}
