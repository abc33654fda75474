package org.xinheng.release.difference;

import java.util.List;

/** A row that kept its code and says something else; where it stands is no part of what it says. */
public record ChangedRow(TableRow before, TableRow after, List<ChangedCell> cells) {
    public ChangedRow {
        cells = List.copyOf(cells);
    }

    /** The code, the same in both. */
    public String code() {
        return after.code();
    }
}
