package org.xinheng.remedy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Port: the applications for credit restoration, append-only. */
public interface CreditRestorations {
    /**
     * Which applications are wanted.
     *
     * @param department initiating department of the entry, null for every one
     * @param open only those that wait for their decision
     * @param dueBefore only those that wait and were to be decided before this day, null for all
     * @param after id after which the page begins
     * @param size most of them on the page
     */
    record Query(
            @Nullable String department,
            boolean open,
            @Nullable LocalDate dueBefore,
            @Nullable UUID after,
            int size) {}

    /** Makes others that apply or decide about the same entry wait until the running transaction ends. */
    void lock(UUID listingId);

    /**
     * Adds an application.
     *
     * @param promise the public promise (信用承诺), encrypted where it is kept since it may name persons
     */
    void add(CreditRestoration restoration, String promise, UUID callerKey, Instant at);

    /** Decides it. */
    void decide(UUID restorationId, CreditRestoration.Decided decision, UUID callerKey, Instant at);

    /** An application by its id. */
    Optional<CreditRestoration> find(UUID id);

    /** All applications for an entry, oldest first. */
    List<CreditRestoration> forListing(UUID listingId);

    /** The public promise of an application; empty where it was erased. */
    Optional<String> promiseOf(UUID id);

    /** One page, in the order of application. */
    List<CreditRestoration> search(Query query);
}
