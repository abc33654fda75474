package org.xinheng.casereport.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xinheng.audit.AuditEntry;
import org.xinheng.audit.AuditKind;
import org.xinheng.audit.AuditTrail;
import org.xinheng.caller.Caller;
import org.xinheng.caller.Reader;
import org.xinheng.casereport.CaseDetails;
import org.xinheng.casereport.CaseReport;
import org.xinheng.casereport.CaseReports;
import org.xinheng.casereport.ReportMonth;
import org.xinheng.catalogue.Registers;
import org.xinheng.catalogue.RegistersInForce;
import org.xinheng.decision.AppliedMeasure;
import org.xinheng.decision.Decisions;
import org.xinheng.decision.Trace;
import org.xinheng.kernel.BeijingTime;
import org.xinheng.kernel.ErrorCode;
import org.xinheng.kernel.Identifier;
import org.xinheng.kernel.Refusal;
import org.xinheng.kernel.SubjectType;
import org.xinheng.listing.Listing;
import org.xinheng.listing.Listings;
import org.xinheng.secrecy.LookupHash;
import org.xinheng.subject.Subject;
import org.xinheng.subject.Subjects;

/**
 * An agency reads its own cases, the credit office those of its region, an auditor all. A person is told, masked, only
 * with a purpose and a case number, and each time on record; every reading of a month is on record, as an export more so
 * (L8).
 */
@ApplicationScoped
public class ReadCases {
    private final CaseReports caseReports;
    private final CaseAccess caseAccess;
    private final Listings listings;
    private final Subjects subjects;
    private final Decisions decisions;
    private final RegistersInForce registersInForce;
    private final LookupHash lookupHash;
    private final AuditTrail auditTrail;
    private final Clock clock;

    ReadCases(
            CaseReports caseReports,
            CaseAccess caseAccess,
            Listings listings,
            Subjects subjects,
            Decisions decisions,
            RegistersInForce registersInForce,
            LookupHash lookupHash,
            AuditTrail auditTrail,
            Clock clock) {
        this.caseReports = caseReports;
        this.caseAccess = caseAccess;
        this.listings = listings;
        this.subjects = subjects;
        this.decisions = decisions;
        this.registersInForce = registersInForce;
        this.lookupHash = lookupHash;
        this.auditTrail = auditTrail;
        this.clock = clock;
    }

    /** Which cases, and in which form they leave. */
    public record Search(
            YearMonth month,
            CaseReport.@Nullable State state,
            @Nullable UUID after,
            int size,
            String form) {}

    /** How a month stands. */
    public record Standing(ReportMonth month, List<CaseReports.Count> counts) {}

    /** Cases, and after which of them more follow, null where none do. */
    public record CasePage(
            List<CaseDetails> items, @Nullable UUID next) {}

    /** One page. */
    public record Page(
            Standing standing,
            List<CaseDetails> items,
            @Nullable UUID next) {}

    /**
     * Reads one page of a month, which is the first of a file where it leaves as one.
     *
     * @throws Refusal CASE_NOT_FOUND where it is to begin after what never was a case of the month
     */
    @Transactional
    public Page search(Reader reader, Search search) {
        UUID begun = search.after();
        if (begun != null && !caseReports.wasIn(search.month(), begun)) {
            throw Refusal.of(ErrorCode.CASE_NOT_FOUND);
        }
        boolean file = !search.form().equals("JSON");
        auditTrail.record(
                AuditEntry.of(clock.instant(), file ? AuditKind.CASES_EXPORT : AuditKind.CASES_READ, reader.caller())
                        .withPurpose(reader.purpose(), reader.caseNumber())
                        .withDetail(search.form() + " month=" + search.month() + " state=" + search.state()));
        Registers registers = registersInForce.now();
        CasePage reported = page(reader, search, begun, registers);
        return new Page(
                new Standing(
                        caseAccess.month(reader.caller(), search.month(), registers),
                        caseReports.counts(search.month(), caseAccess.agencies(reader.caller(), registers))),
                reported.items(),
                reported.next());
    }

    /** What follows in the same file; the export is on record already, every person is once more. */
    @Transactional
    public CasePage further(Reader reader, Search search, UUID after) {
        return page(reader, search, after, registersInForce.now());
    }

    private CasePage page(Reader reader, Search search, @Nullable UUID after, Registers registers) {
        List<CaseReport> found = caseReports.search(new CaseReports.CaseQuery(
                search.month(),
                caseAccess.agencies(reader.caller(), registers),
                search.state(),
                after,
                search.size() + 1));
        boolean more = found.size() > search.size();
        List<CaseReport> page = more ? found.subList(0, search.size()) : found;
        return new CasePage(
                reported(reader, page, caseAccess.month(reader.caller(), search.month(), registers), registers),
                more ? page.get(page.size() - 1).id() : null);
    }

    /** A case that was just reviewed, as the answer to it; persons are not told in it. */
    @Transactional
    public CaseDetails reviewed(Caller caller, CaseReport report) {
        Registers registers = registersInForce.now();
        return reported(
                        new Reader(caller, null, null),
                        List.of(report),
                        caseAccess.month(caller, report.month(), registers),
                        registers)
                .get(0);
    }

    private List<CaseDetails> reported(Reader reader, List<CaseReport> page, ReportMonth month, Registers registers) {
        LocalDate today = BeijingTime.dayOf(clock.instant());
        long knownAt = listings.lastCommit();
        Set<UUID> entries = new HashSet<>();
        Set<UUID> reached = new HashSet<>();
        page.forEach(report -> {
            entries.add(report.listingId());
            reached.add(report.subjectId());
        });
        Map<UUID, Listing> known = listings.findAll(entries, knownAt);
        Map<UUID, Subject> who = subjects.findAll(reached, knownAt);
        Map<UUID, List<AppliedMeasure>> cited = new HashMap<>();
        List<CaseDetails> reported = new ArrayList<>();
        for (CaseReport report : page) {
            Listing listing = known.get(report.listingId());
            Subject subject = who.get(report.subjectId());
            if (listing == null || subject == null) {
                throw new IllegalStateException("a case is about an entry and a subject that are kept");
            }
            if (reader.saysWhy() && subject.type() == SubjectType.PERSON) {
                record(reader, subject, report);
            }
            var kind = registers.listKinds().get(report.listKind());
            var department = registers.departments().get(report.department());
            reported.add(new CaseDetails(
                    report,
                    listing,
                    subject,
                    kind == null ? report.listKind() : kind.title(),
                    registers.measures().get(report.measure()),
                    bases(report, cited.computeIfAbsent(report.decisionId(), this::applied)),
                    department == null ? report.department() : department.title(),
                    reader.saysWhy(),
                    month.lateOn(report.inOn(today))));
        }
        return List.copyOf(reported);
    }

    private List<AppliedMeasure> applied(UUID decision) {
        return decisions.find(decision).stream()
                .flatMap(stored -> stored.trace().fired().stream())
                .map(Trace.Fired::measure)
                .toList();
    }

    /** As the decision cited them, not as today's registers have them. */
    private static List<String> bases(CaseReport report, List<AppliedMeasure> applied) {
        return applied.stream()
                .filter(measure -> measure.measure().equals(report.measure())
                        && measure.listing().id().equals(report.listingId()))
                .flatMap(measure -> measure.legalBases().stream())
                .map(basis -> "《" + basis.title() + "》" + basis.article())
                .distinct()
                .toList();
    }

    private void record(Reader reader, Subject person, CaseReport report) {
        Identifier identifier = person.identifiers().get(0);
        auditTrail.record(AuditEntry.of(clock.instant(), AuditKind.CASE_READ, reader, report.id())
                .withSubject(lookupHash.of(identifier)));
    }
}
