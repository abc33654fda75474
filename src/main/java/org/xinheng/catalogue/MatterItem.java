package org.xinheng.catalogue;

import java.util.Set;

/** 事项细项: a sector (行业) or an item (licence, occupation, post) that a matter can be about. */
public record MatterItem(String code, Kind kind, String title, Set<String> matters) {
    /** In a row: one of those that the listing names. */
    public static final String AS_DESIGNATED = "AS_DESIGNATED";

    /** What the code names. */
    public enum Kind {
        SECTOR,
        ITEM
    }
}
