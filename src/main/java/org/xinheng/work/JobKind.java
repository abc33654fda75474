package org.xinheng.work;

/** What a job does. */
public enum JobKind {
    /** Reads, checks, compiles and tests a release. */
    GATE,
    /** Counts what a release would change. */
    IMPACT,
    /** Judges a file of a feed. */
    FEED
}
