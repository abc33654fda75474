package org.xinheng.listing;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xinheng.kernel.Identifier;
import org.xinheng.kernel.Refusal;

/** Port: the bitemporal store of listings. Nothing is updated in place. */
public interface Listings {
    /**
     * Opens the next commit of known time inside the running transaction: others that change listings wait until it
     * ends, so that numbers have no gaps and follow the order of commits.
     *
     * @param kind what changes: {@code LISTING}, {@code REMOVAL}, {@code BATCH} …
     */
    long openCommit(CommitKind kind, Set<String> listKinds, UUID callerKey, Instant at);

    /** Number of the last commit, 0 before the first. */
    long lastCommit();

    /**
     * Adds an entry.
     *
     * @param facts free text of the designation, encrypted where it is kept
     * @param act the act on record that it rests on
     * @param fingerprint what it says, as {@link EntryFingerprint} has it; hashed where it is kept
     */
    void add(
            Listing listing,
            @Nullable String facts,
            @Nullable UUID act,
            String fingerprint,
            UUID callerKey,
            Instant at);

    /** The entries that rest on an act, with all that is known of them. */
    List<Listing> restingOn(UUID act);

    /** The acts that entries rest on; entries that name none are left out. */
    Map<UUID, UUID> actsOf(Set<UUID> listingIds);

    /**
     * Makes others that change listings wait until the running transaction ends, without opening a commit yet. Decisions
     * wait for nobody.
     *
     * @throws Refusal LISTINGS_BUSY where another, as the keeping of a large batch, takes longer than somebody at a desk
     *     is let wait
     */
    void queue();

    /** The same for work in the background: it waits as long as it takes. */
    void queuePatiently();

    /** Adds a dated event to an entry. */
    void addEvent(UUID listingId, ListingEvent event, UUID callerKey, Instant at);

    /** An entry with the events known at that number, or empty when the entry was not known then. */
    Optional<Listing> find(UUID id, long knownAt);

    /**
     * Several entries at once, with the events known at that number; those not known then are left out.
     *
     * @param knownAt number of the commit as of which they are read
     */
    Map<UUID, Listing> findAll(Set<UUID> ids, long knownAt);

    /** The free texts of designations, decrypted; listings without one, or whose text was erased, are left out. */
    Map<UUID, String> factsOf(Set<UUID> listingIds);

    /** One page, oldest first. */
    List<Listing> search(ListingQuery query);

    /** What is known of the subject with this identifier, in one consistent reading. */
    default SubjectFile fileOf(Identifier identifier) {
        return filesOf(List.of(identifier)).get(0);
    }

    /** What is known of the subjects with these identifiers, in their order, all in one consistent reading. */
    List<SubjectFile> filesOf(List<Identifier> identifiers);

    /**
     * What was ever known of the subjects with these keyed hashes, in one reading.
     *
     * @param lookups keyed hashes of identifiers, lower-case hex
     * @return a history for each, by the hash
     */
    Map<String, SubjectHistory> historiesOf(Set<String> lookups);

    /**
     * When each list kind was last read (an entry, a change or a batch) as far as was known at that number, for the
     * kinds that ever were.
     */
    Map<String, Instant> lastReadings(long knownAt);
}
