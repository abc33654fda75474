package org.xinheng.publication.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.xinheng.audit.AuditEntry;
import org.xinheng.audit.AuditKind;
import org.xinheng.audit.AuditTrail;
import org.xinheng.audit.CoveredRecord;
import org.xinheng.audit.RecordKind;
import org.xinheng.caller.Caller;
import org.xinheng.caller.Role;
import org.xinheng.catalogue.Department;
import org.xinheng.catalogue.Gravity;
import org.xinheng.catalogue.ListKind;
import org.xinheng.catalogue.Registers;
import org.xinheng.catalogue.RegistersInForce;
import org.xinheng.kernel.BeijingTime;
import org.xinheng.kernel.ErrorCode;
import org.xinheng.kernel.Refusal;
import org.xinheng.kernel.TimeOrderedId;
import org.xinheng.listing.Listings;
import org.xinheng.publication.Publication;
import org.xinheng.publication.PublicationBasis;
import org.xinheng.publication.Publications;

/** A department that may determine a list, or the credit office, publishes the entries of its region (公示). */
@ApplicationScoped
public class PublishBatch {

    private final Publications publications;
    private final Listings listings;
    private final RegistersInForce registersInForce;
    private final AuditTrail auditTrail;
    private final Clock clock;

    PublishBatch(
            Publications publications,
            Listings listings,
            RegistersInForce registersInForce,
            AuditTrail auditTrail,
            Clock clock) {
        this.publications = publications;
        this.listings = listings;
        this.registersInForce = registersInForce;
        this.auditTrail = auditTrail;
        this.clock = clock;
    }

    /**
     * Publishes what became known since the last batch.
     *
     * @throws Refusal CODE_UNKNOWN, LIST_KIND_NOT_YOURS, PUBLICATION_WITHOUT_BASIS, NOTHING_TO_PUBLISH
     */
    @Transactional
    public Publication publish(Caller caller, String listKind) {
        Instant now = clock.instant();
        LocalDate today = BeijingTime.dayOf(now);
        Registers registers = registersInForce.now();
        ListKind kind = registers.listKinds().get(listKind);
        if (kind == null) {
            throw Refusal.at("/listKind", ErrorCode.CODE_UNKNOWN, listKind, "list-kinds");
        }
        Department department = registers.departments().get(caller.department());
        if (department == null
                || !(caller.is(Role.CREDIT_OFFICE) || kind.authorityKinds().contains(department.kind()))) {
            throw Refusal.at(
                    "/listKind",
                    ErrorCode.LIST_KIND_NOT_YOURS,
                    listKind,
                    caller.department(),
                    department == null ? "" : department.region());
        }
        if (PublicationBasis.of(kind, registers, today).isEmpty()) {
            throw Refusal.at("/listKind", ErrorCode.PUBLICATION_WITHOUT_BASIS, listKind, today.toString());
        }
        publications.lock();
        var last = publications.last(listKind, department.region());
        Publication batch = new Publication(
                TimeOrderedId.at(now),
                listKind,
                last.map(Publication::number).orElse(0) + 1,
                today,
                caller.department(),
                department.region(),
                registers.regionAndBelow(department.region()),
                last.map(Publication::knownTo).orElse(0L),
                listings.lastCommit(),
                0);
        Publication counted = counted(batch, today, registers.procedures().unpublished(today, listKind));
        if (counted.entries() == 0) {
            throw Refusal.of(ErrorCode.NOTHING_TO_PUBLISH, listKind, Integer.toString(batch.number() - 1));
        }
        publications.add(counted, caller.keyId(), now);
        auditTrail.record(
                AuditEntry.of(now, AuditKind.PUBLICATION, caller, id(counted)),
                CoveredRecord.of(RecordKind.PUBLICATION, counted.id()));
        return counted;
    }

    private Publication counted(Publication batch, LocalDate day, Set<Gravity> unpublished) {
        return new Publication(
                batch.id(),
                batch.listKind(),
                batch.number(),
                batch.publishedOn(),
                batch.department(),
                batch.region(),
                batch.regions(),
                batch.knownFrom(),
                batch.knownTo(),
                publications.displayedBy(batch, day, unpublished));
    }

    private static String id(Publication batch) {
        UUID id = batch.id();
        return id.toString();
    }
}
