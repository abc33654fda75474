package org.xinheng.release.gate.check;

import java.util.List;
import java.util.Set;
import org.xinheng.catalogue.table.RuleColumn;
import org.xinheng.release.gate.FindingCode;

/** Every region that the row names has a local regulation of it, or of one above, behind it. */
final class RegionStatuteCheck implements RowCheck {
    private static final String ROOT_REGION = "100000";

    @Override
    public void check(CheckedRow row) {
        if (row.regionsSound()) {
            check(row, RuleColumn.MATTER_REGION, row.rule().matterRegions());
            check(row, RuleColumn.LISTING_REGION, row.rule().listingRegions());
        }
    }

    private static void check(CheckedRow row, RuleColumn column, Set<String> regions) {
        for (String region : regions) {
            List<String> above = row.registers().regionAndAbove(region);
            boolean grounded = row.bases().stream()
                    .anyMatch(basis ->
                            CheckedRow.local(basis) && basis.region() != null && above.contains(basis.region()));
            if (!grounded && !region.equals(ROOT_REGION) && !above.isEmpty()) {
                row.add(column, FindingCode.REGION_WITHOUT_STATUTE, region, null);
                return;
            }
        }
    }
}
