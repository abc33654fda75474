package org.xinheng.feed;

import org.jspecify.annotations.Nullable;

/**
 * What a department asks with a file (报送参数). The same bytes with the same parameters are one batch.
 *
 * @param listKind the one kind of all rows, null where each row names its own; a full feed has one
 * @param atomic whether one bad row refuses all of them
 * @param layout code of the field set that its columns are of, null where they tell it themselves
 * @param region of rows that name none, null where each names its own; no part of what makes a batch the same
 * @param recognisedUnder code of the agreement under which all entries of the file are recognised, null where each row names
 *     its own or none; a full feed without one is of what the department determined itself
 * @param language in which the report is written, {@code zh} or {@code en}; no part of what makes a batch the same
 */
public record FeedOrder(
        FeedFormat format,
        FeedMode mode,
        @Nullable String listKind,
        boolean atomic,
        @Nullable String layout,
        @Nullable String region,
        @Nullable String recognisedUnder,
        String language) {
    /** The plain form: changes in CSV, all rows or none. */
    public static FeedOrder plain(String language) {
        return new FeedOrder(FeedFormat.CSV, FeedMode.DELTA, null, true, null, null, null, language);
    }

    /** The parameters as one text, in one order; empty where nothing departs from the plain form. */
    public String parameters() {
        StringBuilder text = new StringBuilder();
        if (format != FeedFormat.CSV) {
            text.append("&format=").append(format);
        }
        if (mode != FeedMode.DELTA) {
            text.append("&mode=").append(mode);
        }
        if (listKind != null) {
            text.append("&listKind=").append(listKind);
        }
        if (!atomic) {
            text.append("&atomic=false");
        }
        if (layout != null) {
            text.append("&layout=").append(layout);
        }
        if (recognisedUnder != null) {
            text.append("&recognisedUnder=").append(recognisedUnder);
        }
        return text.isEmpty() ? "" : text.substring(1);
    }
}
