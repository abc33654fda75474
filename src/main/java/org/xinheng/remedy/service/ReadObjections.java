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
import org.xinheng.remedy.Objection;
import org.xinheng.remedy.Objections;

/** Reads objections, on record: those to an entry, and one with what the subject said; and those that wait for an answer. */
@ApplicationScoped
public class ReadObjections {
    private final Listings listings;
    private final ListingsOfCaller listingsOfCaller;
    private final Objections objections;
    private final PersonsOnRecord personsOnRecord;
    private final Clock clock;

    ReadObjections(
            Listings listings,
            ListingsOfCaller listingsOfCaller,
            Objections objections,
            PersonsOnRecord personsOnRecord,
            Clock clock) {
        this.listings = listings;
        this.listingsOfCaller = listingsOfCaller;
        this.objections = objections;
        this.personsOnRecord = personsOnRecord;
        this.clock = clock;
    }

    /** An objection with what the subject said, null where that was erased. */
    public record WithStatement(
            Objection objection, @Nullable String statement) {}

    /**
     * One page.
     *
     * @param more whether there is a next one
     */
    public record Page(List<Objection> items, boolean more) {}

    /**
     * All objections to an entry.
     *
     * @throws Refusal LISTING_NOT_FOUND, PURPOSE_REQUIRED where a person is concerned
     */
    @Transactional
    public List<Objection> against(Reader reader, UUID listingId) {
        Listing listing = listingsOfCaller.find(reader.caller(), listingId, listings.lastCommit());
        personsOnRecord.read(reader, AuditKind.LISTING_OBJECTIONS_READ, listing, listingId);
        return objections.against(listingId);
    }

    /**
     * One objection.
     *
     * @throws Refusal OBJECTION_NOT_FOUND, PURPOSE_REQUIRED where a person is concerned
     */
    @Transactional
    public WithStatement read(Reader reader, UUID id) {
        Objection objection = objections.find(id).orElseThrow(() -> Refusal.of(ErrorCode.OBJECTION_NOT_FOUND));
        Listing listing = listingsOfCaller
                .ofRemedy(reader.caller(), objection.listingId())
                .orElseThrow(() -> Refusal.of(ErrorCode.OBJECTION_NOT_FOUND));
        personsOnRecord.read(reader, AuditKind.OBJECTION_READ, listing, id);
        return new WithStatement(objection, objections.statementOf(id).orElse(null));
    }

    /**
     * Objections that wait for an answer: a department's own, or all where the caller reads every department.
     *
     * @param overdue only those whose answer is late
     */
    @Transactional
    public Page open(Caller caller, boolean overdue, @Nullable UUID after, int size) {
        LocalDate today = BeijingTime.dayOf(clock.instant());
        List<Objection> found = objections.open(
                caller.readsEveryDepartment() ? null : caller.department(), overdue ? today : null, after, size + 1);
        boolean more = found.size() > size;
        return new Page(more ? found.subList(0, size) : found, more);
    }

    /** The day for which lateness is reported, Asia/Shanghai. */
    public LocalDate today() {
        return BeijingTime.dayOf(clock.instant());
    }
}
