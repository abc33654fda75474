package org.xinheng.release.difference;

import java.util.List;

/**
 * What changed in one table.
 *
 * @param added in the order of the table as it is now
 * @param removed in the order of the table as it was
 * @param changed in the order of the table as it is now
 */
public record TableDifference(TableName table, List<TableRow> added, List<TableRow> removed, List<ChangedRow> changed) {
    public TableDifference {
        added = List.copyOf(added);
        removed = List.copyOf(removed);
        changed = List.copyOf(changed);
    }
}
