package org.xinheng.release.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xinheng.kernel.BeijingTime;
import org.xinheng.kernel.ErrorCode;
import org.xinheng.kernel.Refusal;
import org.xinheng.release.Releases;
import org.xinheng.release.Timeline;
import org.xinheng.release.Workbook;
import org.xinheng.release.difference.Difference;
import org.xinheng.release.difference.DifferenceWorkbooks;
import org.xinheng.release.difference.WorkbookRows;
import org.xinheng.release.gate.UnreadableWorkbook;

/** Compares a release, checked or not, with another, from the workbooks as they were handed in. */
@ApplicationScoped
public class CompareReleases {

    private final Releases releases;
    private final WorkbookRows workbookRows;
    private final DifferenceWorkbooks differenceWorkbooks;
    private final Clock clock;

    CompareReleases(
            Releases releases, WorkbookRows workbookRows, DifferenceWorkbooks differenceWorkbooks, Clock clock) {
        this.releases = releases;
        this.workbookRows = workbookRows;
        this.differenceWorkbooks = differenceWorkbooks;
        this.clock = clock;
    }

    /** Two releases compared. */
    public record Compared(UUID release, UUID against, Difference difference) {}

    /**
     * What changed.
     *
     * @param against the release before, null for the one in force today
     * @throws Refusal RELEASE_NOT_FOUND, WORKBOOK_UNREADABLE
     */
    @Transactional
    public Compared compare(UUID release, @Nullable UUID against) {
        there(release);
        UUID before = against == null ? inForce() : against;
        there(before);
        try {
            return new Compared(
                    release,
                    before,
                    Difference.between(
                            workbookRows.of(releases.workbooks(before)), workbookRows.of(releases.workbooks(release))));
        } catch (UnreadableWorkbook unreadable) {
            throw refused(unreadable);
        }
    }

    /** The difference as a workbook of its own. */
    public byte[] overview(Compared compared) {
        return differenceWorkbooks.overview(compared.difference());
    }

    /**
     * One workbook of the release with its changes marked.
     *
     * @throws Refusal WORKBOOK_NOT_FOUND, WORKBOOK_UNREADABLE
     */
    @Transactional
    public byte[] marked(Compared compared, String workbook) {
        Workbook stored = releases.workbook(compared.release(), workbook)
                .orElseThrow(() -> Refusal.of(ErrorCode.WORKBOOK_NOT_FOUND, workbook));
        try {
            return differenceWorkbooks.marked(stored, compared.difference());
        } catch (UnreadableWorkbook unreadable) {
            throw refused(unreadable);
        }
    }

    private void there(UUID release) {
        if (releases.draft(release).isEmpty()) {
            throw Refusal.of(ErrorCode.RELEASE_NOT_FOUND);
        }
    }

    private UUID inForce() {
        return new Timeline(releases.tenures())
                .on(BeijingTime.dayOf(clock.instant()))
                .tenure()
                .releaseId();
    }

    private static Refusal refused(UnreadableWorkbook unreadable) {
        return Refusal.of(
                ErrorCode.WORKBOOK_UNREADABLE,
                unreadable.workbook(),
                unreadable.why().name());
    }
}
