package org.xinheng.publication;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xinheng.catalogue.Gravity;

/** Port: the batches published, append-only, and the entries that they hold. */
public interface Publications {
    /** Makes others that publish wait until the running transaction ends. */
    void lock();

    /** A batch by its id. */
    Optional<Publication> find(UUID id);

    /** The last batch of a list kind that departments of a region published. */
    Optional<Publication> last(String listKind, String region);

    /** Adds a batch. */
    void add(Publication publication, UUID callerKey, Instant at);

    /**
     * How many entries a batch would show on a day.
     *
     * @param unpublished gravities that are in principle not published
     */
    long displayedBy(Publication publication, LocalDate day, Set<Gravity> unpublished);

    /**
     * Batches, newest first.
     *
     * @param listKind null for every kind
     * @param after id after which the page begins
     */
    List<Publication> batches(@Nullable String listKind, @Nullable UUID after, int size);

    /** How many batches of each list kind there are, and when the last was published. */
    List<Standing> standings();

    /** The batches of one list kind. */
    record Standing(String listKind, long batches, LocalDate lastPublishedOn) {}

    /**
     * Entries of published batches that have begun, are not over and were not restored on a day, in the order in which
     * they became known; persons only where their designation allows it.
     */
    List<Entry> entries(EntryQuery query);

    /**
     * Which entries.
     *
     * @param regions only of these, empty for all
     * @param batch only what this batch holds, an earlier one or not; null for every batch
     */
    record EntryQuery(
            String listKind,
            Set<String> regions,
            @Nullable Publication batch,
            LocalDate day,
            @Nullable Mark after,
            int size) {}

    /** The place of an entry in the order. */
    record Mark(long knownAt, UUID listing) {}

    /** An entry, and the first batch that holds it, or the one that was asked for. */
    record Entry(Mark mark, int batch, LocalDate publishedOn) {}
}
