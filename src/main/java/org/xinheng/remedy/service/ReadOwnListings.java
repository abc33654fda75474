package org.xinheng.remedy.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xinheng.audit.AuditEntry;
import org.xinheng.audit.AuditKind;
import org.xinheng.audit.AuditTrail;
import org.xinheng.caller.Caller;
import org.xinheng.catalogue.ListKind;
import org.xinheng.catalogue.RegistersInForce;
import org.xinheng.kernel.BeijingTime;
import org.xinheng.listing.Listing;
import org.xinheng.listing.ListingStatus;
import org.xinheng.listing.OnObjection;
import org.xinheng.remedy.Objection;
import org.xinheng.remedy.Objections;

/** A subject reads the entries that concern it, with what it can do about each; on record. */
@ApplicationScoped
public class ReadOwnListings {
    private final ListingsOfCaller listingsOfCaller;
    private final Objections objections;
    private final OutlookOfEntry outlookOfEntry;
    private final RegistersInForce registersInForce;
    private final AuditTrail auditTrail;
    private final Clock clock;

    ReadOwnListings(
            ListingsOfCaller listingsOfCaller,
            Objections objections,
            OutlookOfEntry outlookOfEntry,
            RegistersInForce registersInForce,
            AuditTrail auditTrail,
            Clock clock) {
        this.listingsOfCaller = listingsOfCaller;
        this.objections = objections;
        this.outlookOfEntry = outlookOfEntry;
        this.registersInForce = registersInForce;
        this.auditTrail = auditTrail;
        this.clock = clock;
    }

    /**
     * An own entry.
     *
     * @param kindTitle title of the list kind, its code where the register no longer has it
     * @param standing how it stands today
     * @param openObjection the objection that waits for an answer, null for none
     */
    public record Own(
            Listing listing,
            String kindTitle,
            ListingStatus standing,
            OutlookOfEntry.Outlook outlook,
            @Nullable Objection openObjection) {}

    /** All entries that concern the caller's own organisation, also those that are over, oldest first. */
    @Transactional
    public List<Own> read(Caller subject) {
        auditTrail.record(AuditEntry.of(clock.instant(), AuditKind.OWN_LISTINGS_READ, subject, subject.department()));
        LocalDate today = BeijingTime.dayOf(clock.instant());
        Map<String, ListKind> kinds = registersInForce.now().listKinds();
        return listingsOfCaller.own(subject).stream()
                .map(listing -> own(listing, kinds.get(listing.listKind()), today))
                .toList();
    }

    private Own own(Listing listing, @Nullable ListKind kind, LocalDate today) {
        return new Own(
                listing,
                kind == null ? listing.listKind() : kind.title(),
                listing.statusOn(today, OnObjection.of(kind)),
                outlookOfEntry.of(listing),
                objections.against(listing.id()).stream()
                        .filter(objection -> objection.answer() == null)
                        .findFirst()
                        .orElse(null));
    }
}
