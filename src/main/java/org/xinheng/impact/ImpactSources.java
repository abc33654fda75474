package org.xinheng.impact;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Port: reads in bulk what an impact is counted over. */
public interface ImpactSources {
    /** How many decisions were made from the first to the last day on what was known by then. */
    long decisions(LocalDate from, LocalDate to, long knownAt);

    /**
     * The id of the last of the next so many decisions made from the first to the last day, empty when there are none:
     * where a page ends, so that pages are read side by side.
     *
     * @param knownAt watermark; decisions that saw more are left aside
     * @param after id after which the page begins, null for the first
     */
    Optional<UUID> pageEnd(LocalDate from, LocalDate to, long knownAt, @Nullable UUID after, int size);

    /**
     * One page of decisions made from the first to the last day, oldest first, with the listings as known at the watermark
     * of each.
     *
     * @param knownAt watermark; decisions that saw more, and subjects that were known later, are left aside
     * @param after id after which the page begins, null for the first
     * @param upTo last id of the page
     */
    List<PastQuestion> decided(LocalDate from, long knownAt, @Nullable UUID after, UUID upTo);

    /** How many subjects the listings known by then name. */
    long subjects(long knownAt);

    /**
     * One page of the subjects that a listing known by then is about or names in a role, by id.
     *
     * @param after id after which the page begins, null for the first
     */
    List<KnownSubject> listed(long knownAt, @Nullable UUID after, int size);

    /** Number of the last commit of listings. */
    long watermark();
}
