package org.xinheng.engine;

import org.xinheng.catalogue.MeasureRule;

/** A reward that matched and may be excluded by a black listing of the same subject. */
public final class RewardInQuestion {
    private final Row row;

    RewardInQuestion(Row row) {
        this.row = row;
    }

    Row row() {
        return row;
    }

    /** Whether the row says that a listing of this black kind excludes it. */
    public boolean excludedBy(String blackListKind) {
        var kinds = row.rule().excludedBy();
        return kinds.contains(MeasureRule.ALL_BLACK) || kinds.contains(blackListKind);
    }
}
