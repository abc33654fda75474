package org.xinheng.decision.explain;

/** How a condition cell stands to what was known. */
public enum CellMatch {
    MATCHED,
    FAILED,
    /** Nobody said: it may agree, and is asked for before the measure is applied. */
    NOT_GIVEN
}
