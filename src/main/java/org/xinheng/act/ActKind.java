package org.xinheng.act;

/** Kinds of act that are made public twice (双公示). */
public enum ActKind {
    /** 行政处罚. */
    PENALTY,
    /** 行政许可. */
    LICENCE
}
