package org.xinheng.release.gate.check;

import org.xinheng.catalogue.Measure;
import org.xinheng.catalogue.MeasureRule;
import org.xinheng.catalogue.Nature;
import org.xinheng.catalogue.table.RuleColumn;
import org.xinheng.release.gate.FindingCode;

/** The effect of the row and the nature of its measure agree: both reward, or both punish. */
final class NatureCheck implements RowCheck {
    @Override
    public void check(CheckedRow row) {
        MeasureRule rule = row.rule();
        Measure measure = row.registers().measures().get(rule.measure());
        if (measure != null && (measure.nature() == Nature.REWARD) != rule.reward()) {
            row.add(
                    RuleColumn.EFFECT,
                    FindingCode.NATURE_AND_EFFECT_DISAGREE,
                    rule.effect().name(),
                    measure.nature().name(),
                    measure.code());
        }
    }
}
