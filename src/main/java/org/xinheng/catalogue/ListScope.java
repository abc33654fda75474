package org.xinheng.catalogue;

/** Where a list kind has legal force (名单范围). */
public enum ListScope {
    NATIONAL,
    /** Inside the region of the listing only. */
    LOCAL
}
