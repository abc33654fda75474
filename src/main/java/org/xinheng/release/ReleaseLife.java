package org.xinheng.release;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What has happened to a release so far.
 *
 * @param tenures those of all releases, as {@link Timeline} takes them
 * @param check what the newest report of the gate comes to
 * @param gate how far the gate is with it
 */
public record ReleaseLife(
        UUID releaseId,
        List<Tenure> tenures,
        GateReport.@Nullable Summary check,
        @Nullable JobStanding gate) {

    /** Where the release is in its life on a day. */
    public ReleaseState stateOn(LocalDate day) {
        Tenure serving =
                tenures.isEmpty() ? null : new Timeline(tenures).on(day).tenure();
        if (serving != null && serving.releaseId().equals(releaseId)) {
            return new ReleaseState.InForce(serving.effectiveFrom());
        }
        List<Tenure> mine = tenures.stream()
                .filter(tenure -> tenure.releaseId().equals(releaseId))
                .toList();
        Tenure last = mine.isEmpty() ? null : mine.get(mine.size() - 1);
        if (last != null && last.effectiveFrom().isAfter(day)) {
            return new ReleaseState.Approved(last.effectiveFrom());
        }
        if (last != null) {
            return new ReleaseState.Superseded(last.effectiveFrom(), lastDayOf(last));
        }
        return beforeApproval();
    }

    private ReleaseState beforeApproval() {
        if (check == null || (gate != null && gate.open())) {
            return gate == null
                    ? new ReleaseState.BeingChecked(0, JobStanding.WAITING)
                    : new ReleaseState.BeingChecked(gate.percent(), gate.stage());
        }
        return check.passed() ? new ReleaseState.Unapproved() : new ReleaseState.RefusedByGate(check.errors());
    }

    private @Nullable LocalDate lastDayOf(Tenure tenure) {
        int next = tenures.lastIndexOf(tenure) + 1;
        return next < tenures.size() ? tenures.get(next).effectiveFrom().minusDays(1) : null;
    }
}
