package org.xinheng.decision;

/** Why a known listing was left out of a decision (design §6.5). */
public enum Omission {
    /** Listed from a later day on. */
    AHEAD,
    EXPIRED,
    REMOVED,
    REVOKED,
    /** In force on the past day asked about, and removed, revoked or restored since: no longer to be shared. */
    WITHDRAWN_SINCE,
    /** The person was not in the role on that day. */
    ROLE_NOT_HELD,
    /** A partner region's entry that no agreement recognises where the matter is, or whose list has no force there. */
    NOT_RECOGNISED
}
