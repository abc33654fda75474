package org.xinheng.decision.rest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xinheng.catalogue.RuleColumn;
import org.xinheng.decision.Agreement;
import org.xinheng.decision.AppliedMeasure;
import org.xinheng.decision.Decision;
import org.xinheng.decision.Decisions;
import org.xinheng.decision.NotFired;
import org.xinheng.decision.Obstacle;
import org.xinheng.decision.RuleOfLaw;
import org.xinheng.decision.Trace;
import org.xinheng.decision.UntilKind;
import org.xinheng.decision.WayOut;
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
            List<Told> obstacles,
            List<String> wouldFireIf) {}

    /** A code with its words. */
    record Told(Obstacle code, String words) {}

    /** A condition cell. */
    record Condition(
            String heading,
            String cell,
            String wanted,
            @Nullable String met,
            boolean holds,
            Agreement agreement) {}

    static Explanation of(Explained explained) {
        Decisions.Kept kept = explained.kept();
        return new Explanation(
                kept.id(),
                kept.decidedAt(),
                kept.asOf(),
                kept.release(),
                kept.engineVersion(),
                kept.watermark(),
                !kept.trace().listings().isEmpty(),
                explained.fired().stream().map(Explanation::row).toList(),
                explained.nearest().stream().map(Explanation::row).toList(),
                ExplanationText.of(explained));
    }

    private static ExplainedRow row(Explained.Why why) {
        Trace.Fired fired = why.row();
        AppliedMeasure said = fired.measure();
        boolean applied = fired.withheld() == null;
        return new ExplainedRow(
                applied ? "APPLIED" : "WITHHELD",
                applied ? null : String.valueOf(fired.withheld()),
                fired.heldBy(),
                fired.wanted(),
                said.measure(),
                said.title(),
                said.effect(),
                applied ? said.until() : null,
                applied ? said.untilKind() : null,
                why.listing(),
                said.source(),
                fired.lastChecked(),
                fired.conditions().stream().map(Explanation::condition).toList(),
                said.legalBases(),
                why.wayOut());
    }

    /** Every cell of a row that fired agrees; a fact that nobody gave may agree, and is asked for. */
    private static Condition condition(Trace.Condition condition) {
        boolean unknown = condition.met().isEmpty();
        Agreement agreement = unknown && saidByTheAgency(condition.column()) ? Agreement.NOT_GIVEN : Agreement.MATCHED;
        return new Condition(
                condition.heading(),
                condition.address(),
                condition.wanted(),
                unknown ? null : condition.met(),
                agreement == Agreement.MATCHED,
                agreement);
    }

    private static boolean saidByTheAgency(RuleColumn column) {
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
                                cell.agreement() == Agreement.MATCHED,
                                cell.agreement()))
                        .toList(),
                row.obstacles().stream()
                        .map(obstacle -> new Told(obstacle, obstacle.words()))
                        .toList(),
                row.wouldFireIf());
    }
}
