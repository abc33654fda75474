package org.xinheng.release.gate.check;

import org.xinheng.catalogue.MeasureRule;
import org.xinheng.catalogue.TargetRole;
import org.xinheng.catalogue.table.RuleColumn;
import org.xinheng.release.gate.FindingCode;

/** A row names something of the matter, and does not reach the listed subject and persons in roles at once. */
final class ReachCheck implements RowCheck {
    @Override
    public void check(CheckedRow row) {
        MeasureRule rule = row.rule();
        boolean everything = rule.matters().isEmpty()
                && rule.sectors().isEmpty()
                && rule.items().isEmpty()
                && rule.agencyKinds().isEmpty()
                && rule.legallyRequiredTender() == null
                && rule.governmentInvested() == null;
        if (everything) {
            row.add(RuleColumn.MATTER, FindingCode.ROW_CATCHES_ALL, null, null);
        }
        if (rule.roles().contains(TargetRole.LISTED_SUBJECT) && rule.roles().size() > 1) {
            row.add(RuleColumn.ROLE, FindingCode.ROLES_MIXED, CheckedRow.joined(rule.roles()), null);
        }
    }
}
