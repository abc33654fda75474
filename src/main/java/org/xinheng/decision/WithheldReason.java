package org.xinheng.decision;

/** Which guard held a matching measure back (保留原因), in the order in which they are told; design §6.5. */
public enum WithheldReason {
    /** Execution is stayed, or an objection suspends by law. */
    SUSPENDED,
    /** No cited article that is in force on the day may carry the measure (L1). */
    BASIS_NOT_IN_FORCE,
    /** Not in the measure list in force, and no article orders it by itself (L1). */
    NOT_ON_MEASURE_LIST,
    /** No article able to carry a hard effect has been verified (design §6.6). */
    BASIS_UNVERIFIED,
    /** Asked for under a name the subject never bore. */
    NAME_MISMATCH,
    /** A fact that the row asks for was not given. */
    CONTEXT_MISSING,
    /** A reward while a black listing that excludes it is in force (L6). */
    BLACK_LISTED
}
