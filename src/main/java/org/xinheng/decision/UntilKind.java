package org.xinheng.decision;

/** How the end of a measure is told: a day, for life, or until the duty is performed. */
public enum UntilKind {
    DATE,
    LIFE,
    UNTIL_PERFORMED
}
