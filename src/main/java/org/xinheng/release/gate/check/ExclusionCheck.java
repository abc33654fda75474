package org.xinheng.release.gate.check;

import org.xinheng.catalogue.MeasureRule;
import org.xinheng.catalogue.table.RuleColumn;
import org.xinheng.release.gate.FindingCode;

/** A reward names the lists that exclude it; a punishment, none. */
final class ExclusionCheck implements RowCheck {
    @Override
    public void check(CheckedRow row) {
        MeasureRule rule = row.rule();
        if (rule.reward() && rule.excludedBy().isEmpty()) {
            row.add(RuleColumn.EXCLUDED_BY, FindingCode.REWARD_WITHOUT_EXCLUSION, null, MeasureRule.ALL_BLACK);
        } else if (!rule.reward() && !rule.excludedBy().isEmpty()) {
            row.add(
                    RuleColumn.EXCLUDED_BY,
                    FindingCode.PUNISHMENT_WITH_EXCLUSION,
                    CheckedRow.joined(rule.excludedBy()),
                    null);
        }
    }
}
