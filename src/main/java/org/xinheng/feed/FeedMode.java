package org.xinheng.feed;

/** What a file says of a list (报送方式). */
public enum FeedMode {
    /** 增量: its rows enter or remove; of everything else it says nothing. */
    DELTA,
    /** 全量: the whole list of the department; what does not stand in it is ended. */
    FULL
}
