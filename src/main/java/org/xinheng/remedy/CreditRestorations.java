package org.xinheng.remedy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Port: the applications for credit restoration, append-only. */
public interface CreditRestorations {
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
}
