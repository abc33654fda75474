package org.xinheng.feed;

/**
 * What an operator has set for feeds.
 *
 * @param removalShareMax above which share of a list a full feed ends nothing without a person (全量报送移出比例上限), 0 to 1
 * @param bytesAtOnceMax largest file that is judged while its sender waits
 */
public record FeedLimits(double removalShareMax, long bytesAtOnceMax) {
    public FeedLimits {
        if (!(removalShareMax >= 0 && removalShareMax <= 1)) {
            throw new IllegalArgumentException("a share is 0 to 1, found " + removalShareMax);
        }
    }
}
