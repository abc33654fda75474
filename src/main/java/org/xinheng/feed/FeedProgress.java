package org.xinheng.feed;

/** Is told how far the work on a file is. */
@FunctionalInterface
public interface FeedProgress {
    /** Nobody asks. */
    FeedProgress NOBODY = (percent, stage) -> {};

    /** Whether somebody waits for the answer, so that nothing may be waited for without end. */
    default boolean awaited() {
        return this == NOBODY;
    }

    /** So far; may be told as often as it likes. */
    void at(int percent, String stage);
}
