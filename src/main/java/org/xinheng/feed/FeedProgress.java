package org.xinheng.feed;

/** Is told how far the work on a file is. */
@FunctionalInterface
public interface FeedProgress {
    /** Nobody asks. */
    FeedProgress NOBODY = (percent, stage) -> {};

    /** So far; may be told as often as it likes. */
    void at(int percent, String stage);
}
