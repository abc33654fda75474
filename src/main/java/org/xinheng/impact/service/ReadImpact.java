package org.xinheng.impact.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.xinheng.audit.AuditEntry;
import org.xinheng.audit.AuditKind;
import org.xinheng.audit.AuditTrail;
import org.xinheng.caller.Reader;
import org.xinheng.catalogue.Registers;
import org.xinheng.impact.AffectedSubject;
import org.xinheng.impact.ImpactReport;
import org.xinheng.impact.ImpactReports;
import org.xinheng.kernel.ErrorCode;
import org.xinheng.kernel.Identifier;
import org.xinheng.kernel.Refusal;
import org.xinheng.kernel.SubjectType;
import org.xinheng.release.Release;
import org.xinheng.release.Releases;
import org.xinheng.secrecy.LookupHash;
import org.xinheng.subject.Subject;
import org.xinheng.subject.Subjects;
import org.xinheng.work.JobKind;
import org.xinheng.work.JobProgress;
import org.xinheng.work.Jobs;

/**
 * Reads what a draft would change. The counts name nobody; whom it would concern is read for a purpose and a case, and every
 * person shown is on record (L8).
 */
@ApplicationScoped
public class ReadImpact {
    private static final int MOST_AFFECTED = 10;

    private final Releases releases;
    private final Jobs jobs;
    private final ImpactReports reports;
    private final Subjects subjects;
    private final AuditTrail auditTrail;
    private final LookupHash lookupHash;
    private final Clock clock;

    ReadImpact(
            Releases releases,
            Jobs jobs,
            ImpactReports reports,
            Subjects subjects,
            AuditTrail auditTrail,
            LookupHash lookupHash,
            Clock clock) {
        this.releases = releases;
        this.jobs = jobs;
        this.reports = reports;
        this.subjects = subjects;
        this.auditTrail = auditTrail;
        this.lookupHash = lookupHash;
        this.clock = clock;
    }

    /**
     * What is told.
     *
     * @param registers of the draft, for the titles of codes
     * @param report the newest, null while nothing was counted to the end
     */
    public record ImpactRead(
            UUID release,
            Registers registers,
            JobProgress standing,
            @Nullable ImpactReport report,
            List<Affected> mostAffected) {}

    /** An affected subject; who it is, as far as is told. */
    public record Affected(int place, SubjectType type, Subject subject, AffectedSubject affected) {}

    /**
     * One page of the subjects.
     *
     * @param next place after which the next page begins, null on the last
     */
    public record Page(List<Affected> items, @Nullable Integer next) {}

    /**
     * The counts.
     *
     * @throws Refusal RELEASE_NOT_FOUND, IMPACT_NOT_ASKED
     */
    @Transactional
    public ImpactRead counts(UUID id) {
        there(id);
        JobProgress standing =
                jobs.newest(id, JobKind.IMPACT).orElseThrow(() -> Refusal.of(ErrorCode.IMPACT_NOT_ASKED));
        Release release = releases.find(id).orElseThrow(() -> Refusal.of(ErrorCode.RELEASE_NOT_CHECKED));
        Optional<ImpactReport> report = reports.newest(id);
        return new ImpactRead(
                id,
                release.registers(),
                standing,
                report.orElse(null),
                report.map(stored -> page(stored, 0, MOST_AFFECTED)).orElse(List.of()));
    }

    /**
     * Whom it would concern, the most affected first.
     *
     * @throws Refusal RELEASE_NOT_FOUND, IMPACT_NOT_ASKED while nothing was counted to the end, PURPOSE_REQUIRED
     */
    @Transactional
    public Page subjects(Reader reader, UUID id, int after, int size) {
        there(id);
        ImpactReport report = reports.newest(id).orElseThrow(() -> Refusal.of(ErrorCode.IMPACT_NOT_ASKED));
        reader.demandWhy();
        List<Affected> more = page(report, after, size + 1);
        List<Affected> items = more.subList(0, Math.min(size, more.size()));
        Instant now = clock.instant();
        auditTrail.record(AuditEntry.of(now, AuditKind.IMPACT_SUBJECTS_READ, reader, report.id())
                .withDetail("places after " + after + ", " + items.size() + " shown"));
        for (Affected displayed : items) {
            if (displayed.type() == SubjectType.PERSON) {
                Identifier number = displayed.subject().identifiers().get(0);
                auditTrail.record(AuditEntry.of(now, AuditKind.IMPACT_SUBJECT_READ, reader, report.id())
                        .withSubject(lookupHash.of(number)));
            }
        }
        return new Page(items, more.size() > size ? items.get(items.size() - 1).place() : null);
    }

    private void there(UUID release) {
        if (releases.draft(release).isEmpty()) {
            throw Refusal.of(ErrorCode.RELEASE_NOT_FOUND);
        }
    }

    private List<Affected> page(ImpactReport report, int after, int size) {
        List<AffectedSubject> affected = reports.subjects(report.id(), after, size);
        Map<UUID, Subject> known = subjects.findAll(
                affected.stream().map(AffectedSubject::subject).collect(Collectors.toSet()),
                report.question().watermark());
        var page = new ArrayList<Affected>();
        for (int i = 0; i < affected.size(); i++) {
            Subject subject = known.get(affected.get(i).subject());
            if (subject == null) {
                throw new IllegalStateException("a listed subject is known");
            }
            page.add(new Affected(after + i + 1, subject.type(), subject, affected.get(i)));
        }
        return page;
    }
}
