package org.xinheng.release;

/** What is done with a release beside the serving of decisions. */
public enum JobKind {
    /** Reads, checks, compiles and tests it. */
    GATE,
    /** Tells what it would change. */
    IMPACT
}
