package org.xinheng.release.gate;

import java.util.Optional;
import java.util.UUID;

/** Port: what the gate said of each release, kept for ever; the newest report of a release counts. */
public interface GateReports {
    /** The newest report, empty while the release was never checked to the end. */
    Optional<GateReport> newest(UUID releaseId);

    /** The newest report in short. */
    Optional<GateReport.Summary> newestSummary(UUID releaseId);

    /** Keeps a report; its number follows that of the newest one. Returns the id of the record. */
    UUID add(UUID releaseId, GateReport report);
}
