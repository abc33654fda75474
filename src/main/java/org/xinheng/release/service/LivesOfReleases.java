package org.xinheng.release.service;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.xinheng.release.gate.GateReports;
import org.xinheng.release.life.LifeEvents;
import org.xinheng.release.life.ReleaseLife;
import org.xinheng.work.JobKind;
import org.xinheng.work.Jobs;

/** Gathers what has happened to a release. */
@ApplicationScoped
class LivesOfReleases {
    private final GateReports gateReports;
    private final Jobs jobs;
    private final LifeEvents lifeEvents;

    LivesOfReleases(GateReports gateReports, Jobs jobs, LifeEvents lifeEvents) {
        this.gateReports = gateReports;
        this.jobs = jobs;
        this.lifeEvents = lifeEvents;
    }

    ReleaseLife of(UUID releaseId) {
        return new ReleaseLife(
                releaseId,
                gateReports.newestSummary(releaseId).orElse(null),
                jobs.newest(releaseId, JobKind.GATE).orElse(null),
                jobs.newest(releaseId, JobKind.IMPACT).orElse(null),
                lifeEvents.approvals(releaseId),
                lifeEvents.openings(),
                lifeEvents.withdrawals());
    }
}
