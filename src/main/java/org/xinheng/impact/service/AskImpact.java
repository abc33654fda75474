package org.xinheng.impact.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xinheng.audit.AuditEntry;
import org.xinheng.audit.AuditKind;
import org.xinheng.audit.AuditTrail;
import org.xinheng.caller.Caller;
import org.xinheng.impact.ImpactQuestion;
import org.xinheng.impact.ImpactSources;
import org.xinheng.kernel.BeijingTime;
import org.xinheng.kernel.ErrorCode;
import org.xinheng.kernel.Refusal;
import org.xinheng.release.Releases;
import org.xinheng.release.Timeline;
import org.xinheng.work.Job;
import org.xinheng.work.JobKind;
import org.xinheng.work.Jobs;

/** Has it counted what a draft would change; where that is being counted already, that stands. */
@ApplicationScoped
public class AskImpact {
    private final Releases releases;
    private final Jobs jobs;
    private final ImpactSources sources;
    private final AuditTrail auditTrail;
    private final Clock clock;

    AskImpact(Releases releases, Jobs jobs, ImpactSources sources, AuditTrail auditTrail, Clock clock) {
        this.releases = releases;
        this.jobs = jobs;
        this.sources = sources;
        this.auditTrail = auditTrail;
        this.clock = clock;
    }

    /** What may be said of it; what is null has a default. */
    public record Wish(
            @Nullable UUID against,
            @Nullable LocalDate day,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {}

    /**
     * Asks.
     *
     * @throws Refusal RELEASE_NOT_FOUND, RELEASE_NOT_CHECKED where the draft has not passed the gate, FIELD_RANGE
     */
    @Transactional
    public void ask(Caller caller, UUID release, Wish wish) {
        Instant now = clock.instant();
        LocalDate today = BeijingTime.dayOf(now);
        passed(release);
        UUID against = wish.against() == null
                ? new Timeline(releases.tenures()).on(today).tenure().releaseId()
                : wish.against();
        passed(against);
        LocalDate day = Objects.requireNonNullElse(wish.day(), today);
        LocalDate to = Objects.requireNonNullElse(wish.to(), today);
        LocalDate from = Objects.requireNonNullElse(wish.from(), to.minusDays(ImpactQuestion.DAYS_BACK - 1L));
        if (day.isBefore(today)) {
            throw Refusal.at("/day", ErrorCode.FIELD_RANGE, "≥ " + today);
        }
        if (to.isBefore(from)) {
            throw Refusal.at("/to", ErrorCode.FIELD_RANGE, "≥ " + from);
        }
        var question = new ImpactQuestion(release, against, day, from, to, sources.watermark());
        jobs.ask(Job.about(release, JobKind.IMPACT, question.written(), now));
        auditTrail.record(AuditEntry.of(now, AuditKind.IMPACT_ASKED, caller, release)
                .withDetail("against " + against + " for " + day + ", decisions of " + from + " to " + to));
    }

    private void passed(UUID release) {
        if (releases.draft(release).isEmpty()) {
            throw Refusal.of(ErrorCode.RELEASE_NOT_FOUND);
        }
        if (releases.find(release).isEmpty()) {
            throw Refusal.of(ErrorCode.RELEASE_NOT_CHECKED);
        }
    }
}
