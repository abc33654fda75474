package org.xinheng.release.gate.check;

/** One check of a row: against the law that it cites, against the measure list, or against itself. */
@FunctionalInterface
interface RowCheck {
    /** Adds what is wrong to the findings of the row. */
    void check(CheckedRow row);
}
