package org.xinheng.listing;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xinheng.kernel.Identifier;

/**
 * What to look for among listings.
 *
 * @param inForceOn day on which they must be in force, null for any
 * @param knownAt number of the commit as of which they are read
 * @param department only those of this department, null for any
 * @param after id after which the page begins, null for the first page
 * @param size 1 to 200
 */
public record ListingQuery(
        @Nullable LocalDate inForceOn,
        long knownAt,
        @Nullable String listKind,
        @Nullable Identifier identifier,
        @Nullable String department,
        @Nullable UUID after,
        int size) {}
