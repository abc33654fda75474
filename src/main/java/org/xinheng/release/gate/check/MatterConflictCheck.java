package org.xinheng.release.gate.check;

import java.util.List;
import java.util.Set;
import org.xinheng.catalogue.Matter;
import org.xinheng.catalogue.MatterItem;
import org.xinheng.catalogue.MeasureRule;
import org.xinheng.catalogue.table.RuleColumn;

/** The conditions about the matter do not exclude each other. */
final class MatterConflictCheck implements RowCheck {
    @Override
    public void check(CheckedRow row) {
        MeasureRule rule = row.rule();
        List<Matter> matters = CheckedRow.known(rule.matters(), row.registers().matters()::get);
        boolean noneMay = !matters.isEmpty()
                && matters.size() == rule.matters().size()
                && !rule.agencyKinds().isEmpty()
                && matters.stream()
                        .noneMatch(matter -> matter.agencyKinds().stream().anyMatch(rule.agencyKinds()::contains));
        if (noneMay) {
            row.neverMatches(
                    RuleColumn.AGENCY_KIND,
                    CheckedRow.joined(rule.agencyKinds()),
                    "这些部门类别不办理本行的事项",
                    "these agencies do not handle the row's matters");
        }
        items(row, RuleColumn.ITEM, rule.items());
        items(row, RuleColumn.SECTOR, rule.sectors());
    }

    private static void items(CheckedRow row, RuleColumn column, Set<String> codes) {
        Set<String> matters = row.rule().matters();
        List<MatterItem> items = CheckedRow.known(codes, row.registers().matterItems()::get);
        boolean noneFits = !codes.isEmpty()
                && items.size() == codes.size()
                && !matters.isEmpty()
                && items.stream()
                        .noneMatch(item -> item.matters().isEmpty()
                                || item.matters().stream().anyMatch(matters::contains));
        if (noneFits) {
            row.neverMatches(
                    column, CheckedRow.joined(codes), "细项不用于本行的事项", "the item does not occur in the row's matters");
        }
    }
}
