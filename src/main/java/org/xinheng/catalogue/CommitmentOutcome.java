package org.xinheng.catalogue;

/** What became of a commitment (承诺履行结果). */
public enum CommitmentOutcome {
    /** 已履行. */
    KEPT,
    /** 违背. */
    BREACHED
}
