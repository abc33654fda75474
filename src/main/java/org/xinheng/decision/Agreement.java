package org.xinheng.decision;

/** How a condition cell stands to what was known. */
public enum Agreement {
    MATCHED,
    FAILED,
    /** Nobody said: it may agree, and is asked for before the measure is applied. */
    NOT_GIVEN
}
