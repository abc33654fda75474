package org.xinheng.decision.rest;

import org.xinheng.catalogue.Registers;
import org.xinheng.contract.api.ConditionMetView;
import org.xinheng.contract.api.ExplainedRowView;
import org.xinheng.contract.api.ExplanationView;
import org.xinheng.contract.api.NearestRowObstaclesView;
import org.xinheng.contract.api.NearestRowView;
import org.xinheng.decision.AppliedMeasure;
import org.xinheng.decision.Decisions;
import org.xinheng.decision.Trace;
import org.xinheng.decision.explain.CellMatch;
import org.xinheng.decision.explain.NotFired;
import org.xinheng.decision.service.ExplainDecision.Explained;

/**
 * Writes {@code ExplanationView} of the contract: why each measure of a decision came out, and which rows came nearest to it.
 */
final class ExplanationMapper {
    private ExplanationMapper() {}

    static ExplanationView of(Explained explained) {
        Decisions.Stored stored = explained.stored();
        return new ExplanationView(
                stored.id(),
                stored.decidedAt(),
                stored.asOf(),
                stored.release(),
                stored.engineVersion(),
                stored.watermark(),
                !stored.trace().listings().isEmpty(),
                explained.fired().stream()
                        .map(why -> row(why, explained.registers()))
                        .toList(),
                explained.nearest().stream().map(ExplanationMapper::row).toList(),
                ExplanationText.of(explained));
    }

    private static ExplainedRowView row(Explained.Why why, Registers registers) {
        Trace.Fired fired = why.row();
        AppliedMeasure stated = fired.measure();
        boolean applied = fired.withheld() == null;
        return new ExplainedRowView(
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
                fired.conditions().stream()
                        .map(cell -> condition(
                                cell, CellMatch.ofFired(cell, why.listing().listKind(), registers)))
                        .toList(),
                stated.legalBases(),
                why.wayOut());
    }

    private static ConditionMetView condition(Trace.Condition condition, CellMatch agreement) {
        return new ConditionMetView(
                condition.heading(),
                condition.address(),
                condition.wanted(),
                condition.met().isEmpty() ? null : condition.met(),
                agreement == CellMatch.MATCHED,
                agreement);
    }

    private static NearestRowView row(NotFired row) {
        return new NearestRowView(
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
                        .map(cell -> new ConditionMetView(
                                cell.heading(),
                                cell.address(),
                                cell.wanted(),
                                cell.met(),
                                cell.agreement() == CellMatch.MATCHED,
                                cell.agreement()))
                        .toList(),
                row.obstacles().stream()
                        .map(obstacle -> new NearestRowObstaclesView(obstacle, obstacle.words()))
                        .toList(),
                row.wouldFireIf());
    }
}
