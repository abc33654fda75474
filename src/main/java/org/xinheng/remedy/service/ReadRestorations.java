package org.xinheng.remedy.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xinheng.audit.AuditKind;
import org.xinheng.caller.Caller;
import org.xinheng.caller.Reader;
import org.xinheng.kernel.BeijingTime;
import org.xinheng.kernel.ErrorCode;
import org.xinheng.kernel.Refusal;
import org.xinheng.listing.Listing;
import org.xinheng.listing.Listings;
import org.xinheng.remedy.CreditRestoration;
import org.xinheng.remedy.CreditRestorations;

/** Reads about restorations, on record: the outlook of an entry, one application with its promise; and those that wait. */
@ApplicationScoped
public class ReadRestorations {
    private final Listings listings;
    private final ListingsOfCaller listingsOfCaller;
    private final CreditRestorations restorations;
    private final OutlookOfEntry outlookOfEntry;
    private final PersonsOnRecord personsOnRecord;
    private final Clock clock;

    ReadRestorations(
            Listings listings,
            ListingsOfCaller listingsOfCaller,
            CreditRestorations restorations,
            OutlookOfEntry outlookOfEntry,
            PersonsOnRecord personsOnRecord,
            Clock clock) {
        this.listings = listings;
        this.listingsOfCaller = listingsOfCaller;
        this.restorations = restorations;
        this.outlookOfEntry = outlookOfEntry;
        this.personsOnRecord = personsOnRecord;
        this.clock = clock;
    }

    /** An application with its public promise, null where that was erased. */
    public record WithPromise(
            CreditRestoration restoration, @Nullable String promise) {}

    /**
     * One page.
     *
     * @param more whether there is a next one
     */
    public record Page(List<CreditRestoration> items, boolean more) {}

    /**
     * What a subject can do about an entry, from when, and when it lapses by itself.
     *
     * @throws Refusal LISTING_NOT_FOUND, PURPOSE_REQUIRED where a person is concerned
     */
    @Transactional
    public OutlookOfEntry.Outlook outlook(Reader reader, UUID listingId) {
        Listing listing = listingsOfCaller.find(reader.caller(), listingId, listings.lastCommit());
        personsOnRecord.read(reader, AuditKind.LISTING_RESTORATIONS_READ, listing, listingId);
        return outlookOfEntry.of(listing);
    }

    /**
     * One application.
     *
     * @throws Refusal RESTORATION_NOT_FOUND, PURPOSE_REQUIRED where a person is concerned
     */
    @Transactional
    public WithPromise read(Reader reader, UUID id) {
        CreditRestoration restoration =
                restorations.find(id).orElseThrow(() -> Refusal.of(ErrorCode.RESTORATION_NOT_FOUND));
        Listing listing = listingsOfCaller
                .ofRemedy(reader.caller(), restoration.listingId())
                .orElseThrow(() -> Refusal.of(ErrorCode.RESTORATION_NOT_FOUND));
        personsOnRecord.read(reader, AuditKind.RESTORATION_READ, listing, id);
        return new WithPromise(restoration, restorations.promiseOf(id).orElse(null));
    }

    /**
     * Applications to decide: a department's own, or all where the caller reads every department.
     *
     * @param open only those that wait for their decision
     * @param overdue only those whose decision is late
     */
    @Transactional
    public Page search(Caller caller, boolean open, boolean overdue, @Nullable UUID after, int size) {
        List<CreditRestoration> found = restorations.search(new CreditRestorations.Query(
                caller.readsEveryDepartment() ? null : caller.department(),
                open,
                overdue ? today() : null,
                after,
                size + 1));
        boolean more = found.size() > size;
        return new Page(more ? found.subList(0, size) : found, more);
    }

    /** The day for which lateness is reported, Asia/Shanghai. */
    public LocalDate today() {
        return BeijingTime.dayOf(clock.instant());
    }
}
