package org.xinheng.listing.rest;

import java.util.OptionalLong;
import java.util.UUID;
import org.xinheng.kernel.ErrorCode;
import org.xinheng.kernel.Refusal;

/**
 * Where the next page begins: after a listing, as known when the first page was read, so that pages fit together.
 *
 * @param knownAt number of the commit as of which all pages are read
 */
record PageMark(long knownAt, UUID after) {
    /**
     * Reads a mark that was sent back.
     *
     * @param asked known time asked for beside it, which must be the mark's
     */
    static PageMark parse(String text, OptionalLong asked) {
        String[] parts = text.split("\\.", 2);
        try {
            PageMark mark = new PageMark(Long.parseLong(parts[0]), UUID.fromString(parts[parts.length - 1]));
            if (mark.toString().equals(text) && asked.orElse(mark.knownAt()) == mark.knownAt()) {
                return mark;
            }
        } catch (IllegalArgumentException neitherNumberNorId) {
            // told below
        }
        throw Refusal.at("query:after", ErrorCode.PARAMETER_INVALID, "after", "`next`");
    }

    @Override
    public String toString() {
        return knownAt + "." + after;
    }
}
