package org.xinheng.listing;

import java.time.LocalDate;

/** How a listing stands on a day, derived from dates at query time and never stored (L4). */
public sealed interface ListingStatus {
    /** Whether an objection is open, which marks every answer (R17); never so before or after the listing's time. */
    default boolean objectionOpen() {
        return false;
    }

    /** The word for it in answers. */
    default Word word() {
        if (this instanceof Ended ended) {
            return Word.valueOf(ended.cause().name());
        }
        if (this instanceof Restored) {
            return Word.RESTORED;
        }
        return this instanceof Stayed ? Word.STAYED : this instanceof InForce ? Word.IN_FORCE : Word.AHEAD;
    }

    /** Words for how a listing stands. */
    enum Word {
        AHEAD,
        IN_FORCE,
        STAYED,
        RESTORED,
        EXPIRED,
        REMOVED,
        REVOKED
    }

    /** Listed from a later day on. */
    record Ahead() implements ListingStatus {}

    /** In force. */
    record InForce(boolean objectionOpen) implements ListingStatus {}

    /** In force, but its execution is stayed (停止执行), or suspended by an objection where the law says so. */
    record Stayed(boolean objectionOpen) implements ListingStatus {}

    /** Restored: only what a statute bars for a term or for life runs on. */
    record Restored(LocalDate since, boolean objectionOpen) implements ListingStatus {}

    /** Over. */
    record Ended(Cause cause, LocalDate since) implements ListingStatus {}

    /** Why a listing is over. */
    enum Cause {
        EXPIRED,
        REMOVED,
        REVOKED
    }
}
