package org.xinheng.release.gate.check;

import java.time.LocalDate;
import org.xinheng.catalogue.Edition;
import org.xinheng.catalogue.MeasureItem;
import org.xinheng.catalogue.MeasureRule;
import org.xinheng.catalogue.table.RuleColumn;
import org.xinheng.law.Effect;
import org.xinheng.release.gate.FindingCode;

/** A punishment names an item of the measure list (措施清单) that is in force and carries the effect; a reward, none. */
final class MeasureItemCheck implements RowCheck {
    private static final int ADVISING_CLASS = 3;

    @Override
    public void check(CheckedRow row) {
        MeasureRule rule = row.rule();
        String code = rule.measureItem();
        if (rule.reward()) {
            if (code != null) {
                row.add(RuleColumn.MEASURE_ITEM, FindingCode.MEASURE_ITEM_IN_REWARD, code, null);
            }
            return;
        }
        if (code == null) {
            row.add(RuleColumn.MEASURE_ITEM, FindingCode.MEASURE_ITEM_MISSING, null, null);
            return;
        }
        MeasureItem item = row.registers().measureItems().get(code);
        if (item == null) {
            return;
        }
        if (item.measureClass() == ADVISING_CLASS && rule.effect() != Effect.ADVISE) {
            row.add(
                    RuleColumn.EFFECT,
                    FindingCode.CLASS_THREE_ORDERS,
                    rule.effect().name(),
                    Effect.ADVISE.name());
        }
        Edition edition = row.registers().editions().get(item.edition());
        LocalDate first = row.firstDay();
        if (edition != null && first != null && !edition.inForce().includes(first)) {
            row.add(RuleColumn.MEASURE_ITEM, FindingCode.MEASURE_ITEM_NOT_IN_FORCE, code, null, first.toString());
        }
    }
}
