package org.xinheng.release.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xinheng.audit.AuditEntry;
import org.xinheng.audit.AuditKind;
import org.xinheng.audit.AuditTrail;
import org.xinheng.audit.CoveredRecord;
import org.xinheng.audit.RecordKind;
import org.xinheng.caller.Caller;
import org.xinheng.kernel.BeijingTime;
import org.xinheng.kernel.ErrorCode;
import org.xinheng.kernel.Fault;
import org.xinheng.kernel.Refusal;
import org.xinheng.kernel.TimeOrderedId;
import org.xinheng.release.Actor;
import org.xinheng.release.ContentHash;
import org.xinheng.release.Draft;
import org.xinheng.release.Releases;
import org.xinheng.release.RulesOfLaw;
import org.xinheng.release.Tenure;
import org.xinheng.release.Timeline;
import org.xinheng.release.Upload;
import org.xinheng.release.Uploads;
import org.xinheng.release.Workbook;
import org.xinheng.release.gate.GateReport;
import org.xinheng.release.gate.GateReports;
import org.xinheng.release.life.LifeEvents;
import org.xinheng.work.Job;
import org.xinheng.work.JobKind;
import org.xinheng.work.JobProgress;
import org.xinheng.work.Jobs;

/**
 * Policy staff hand in workbooks: with those of the release in force that were left out they are a draft, and the gate is
 * asked to check it. The same content handed in again is the same release; it is checked again only where the gate refused
 * it or looked at another day.
 */
@ApplicationScoped
public class SubmitRelease {
    /** Most workbooks of one release. */
    public static final int WORKBOOKS_MAX = 200;

    private final Releases releases;
    private final Uploads uploads;
    private final GateReports gateReports;
    private final Jobs jobs;
    private final LifeEvents lifeEvents;
    private final RulesOfLaw rulesOfLaw;
    private final Actors actors;
    private final AuditTrail auditTrail;
    private final Clock clock;

    SubmitRelease(
            Releases releases,
            Uploads uploads,
            GateReports gateReports,
            Jobs jobs,
            LifeEvents lifeEvents,
            RulesOfLaw rulesOfLaw,
            Actors actors,
            AuditTrail auditTrail,
            Clock clock) {
        this.releases = releases;
        this.uploads = uploads;
        this.gateReports = gateReports;
        this.jobs = jobs;
        this.lifeEvents = lifeEvents;
        this.rulesOfLaw = rulesOfLaw;
        this.actors = actors;
        this.auditTrail = auditTrail;
        this.clock = clock;
    }

    /**
     * What is handed in.
     *
     * @param workbooks in the order of handing in
     * @param leftOut names of workbooks that shall not carry over
     * @param meantFor first day on which it would be in force, null for today; what is not handed in carries over from the
     *     release that is law on that day so far
     */
    public record Parcel(
            List<Workbook> workbooks,
            Set<String> leftOut,
            @Nullable LocalDate meantFor) {}

    /**
     * What became of it.
     *
     * @param checking whether the gate was asked to check it
     */
    public record Submitted(UUID releaseId, boolean checking) {}

    /**
     * Keeps a draft and asks for its check.
     *
     * @throws Refusal for a name that no workbook bears, a name handed in twice, nothing handed in, too many, or a
     *     day past or too far ahead
     */
    @Transactional
    public Submitted submit(Caller caller, Parcel parcel) {
        return keep(caller, actors.of(caller), parcel);
    }

    /** Keeps the workbooks that the build brings as a draft like any other. */
    @Transactional
    public Submitted submitShipped(List<Workbook> workbooks) {
        return keep(null, null, new Parcel(workbooks, Set.of(), null));
    }

    private Submitted keep(@Nullable Caller caller, @Nullable Actor by, Parcel parcel) {
        Instant now = clock.instant();
        LocalDate today = BeijingTime.dayOf(now);
        LocalDate meantFor = parcel.meantFor() == null ? today : parcel.meantFor();
        FirstDay.refuse(today, meantFor);
        releases.oneStepAtATime();
        List<Tenure> tenures = releases.tenures();
        UUID basedOn = tenures.isEmpty()
                ? null
                : new Timeline(tenures).on(meantFor).tenure().releaseId();
        List<Workbook> whole = whole(parcel, basedOn == null || by == null ? List.of() : releases.workbooks(basedOn));
        String contentHash = ContentHash.of(whole, rulesOfLaw.texts());
        Optional<Draft> known = releases.withContent(contentHash);
        Draft draft = known.orElseGet(() -> {
            Draft added = new Draft(TimeOrderedId.at(now), contentHash, now);
            releases.add(added, whole);
            return added;
        });
        Upload upload = new Upload(
                TimeOrderedId.at(now),
                draft.id(),
                now,
                by,
                basedOn,
                meantFor,
                parcel.workbooks().stream().map(Workbook::name).toList());
        uploads.add(upload);
        record(caller, upload, known.isEmpty());
        boolean checking = known.isEmpty() || mustBeCheckedAgain(draft.id(), meantFor);
        if (checking) {
            jobs.ask(Job.about(draft.id(), JobKind.GATE, rulesOfLaw.contentHash(), now));
            lifeEvents.announce();
        }
        return new Submitted(draft.id(), checking);
    }

    private void record(@Nullable Caller caller, Upload upload, boolean first) {
        UUID id = upload.releaseId();
        if (first) {
            auditTrail.record(
                    entry(caller, upload.at(), AuditKind.RELEASE, id, null), CoveredRecord.of(RecordKind.RELEASE, id));
        }
        auditTrail.record(
                entry(caller, upload.at(), AuditKind.RELEASE_HANDED_IN, id, String.join(" ", upload.workbooks())),
                CoveredRecord.of(RecordKind.RELEASE_UPLOAD, upload.id()));
    }

    private static AuditEntry entry(
            @Nullable Caller caller, Instant at, AuditKind kind, UUID reference, @Nullable String detail) {
        AuditEntry entry = caller == null
                ? AuditEntry.ofTheService(at, kind, reference)
                : AuditEntry.of(at, kind, caller, reference);
        return entry.withDetail(detail);
    }

    private boolean mustBeCheckedAgain(UUID id, LocalDate meantFor) {
        if (jobs.newest(id, JobKind.GATE).filter(JobProgress::open).isPresent()) {
            return true; // it is on its way
        }
        return gateReports
                .newestSummary(id)
                .map((GateReport.Summary report) ->
                        !report.passed() || !report.day().equals(meantFor))
                .orElse(true);
    }

    /** What was handed in, and what carries over. */
    private static List<Workbook> whole(Parcel parcel, List<Workbook> inForce) {
        List<Fault> faults = new ArrayList<>();
        Map<String, Workbook> whole = new LinkedHashMap<>();
        inForce.stream()
                .filter(workbook -> !parcel.leftOut().contains(workbook.name()))
                .forEach(workbook -> whole.put(workbook.name(), workbook));
        parcel.leftOut().stream()
                .filter(name ->
                        inForce.stream().noneMatch(workbook -> workbook.name().equals(name)))
                .forEach(name -> faults.add(Fault.at("/leftOut", ErrorCode.WORKBOOK_NOT_FOUND, name)));
        Map<String, Workbook> submitted = new LinkedHashMap<>();
        for (Workbook workbook : parcel.workbooks()) {
            String pointer = "/" + workbook.name().replace("~", "~0").replace("/", "~1");
            if (!Workbook.isName(workbook.name())) {
                faults.add(Fault.at(pointer, ErrorCode.WORKBOOK_NAME, workbook.name(), Workbook.NAMES));
            } else if (submitted.put(workbook.name(), workbook) != null) {
                faults.add(Fault.at(pointer, ErrorCode.WORKBOOK_DOUBLED, workbook.name()));
            }
        }
        whole.putAll(submitted);
        if (parcel.workbooks().isEmpty() && parcel.leftOut().isEmpty()) {
            faults.add(Fault.at("", ErrorCode.RELEASE_EMPTY, Workbook.NAMES));
        } else if (whole.size() > WORKBOOKS_MAX) {
            faults.add(Fault.at(
                    "", ErrorCode.WORKBOOKS_TOO_MANY, Integer.toString(WORKBOOKS_MAX), Integer.toString(whole.size())));
        }
        if (!faults.isEmpty()) {
            throw new Refusal(faults);
        }
        return List.copyOf(whole.values());
    }
}
