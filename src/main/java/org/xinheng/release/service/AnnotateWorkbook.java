package org.xinheng.release.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.xinheng.caller.Caller;
import org.xinheng.kernel.ErrorCode;
import org.xinheng.kernel.Refusal;
import org.xinheng.release.Workbook;
import org.xinheng.release.gate.GateReport;
import org.xinheng.release.gate.UnreadableWorkbook;
import org.xinheng.release.gate.WorkbookNotes;

/** Gives back a workbook with what the gate found written into it, each finding at its cell. */
@ApplicationScoped
public class AnnotateWorkbook {
    private final ReadReleases readReleases;
    private final WorkbookNotes workbookNotes;

    AnnotateWorkbook(ReadReleases readReleases, WorkbookNotes workbookNotes) {
        this.readReleases = readReleases;
        this.workbookNotes = workbookNotes;
    }

    /**
     * The workbook with the findings of the newest check.
     *
     * @throws Refusal RELEASE_NOT_FOUND, WORKBOOK_NOT_FOUND, RELEASE_NOT_CHECKED, WORKBOOK_UNREADABLE
     */
    @Transactional
    public Workbook annotated(Caller caller, UUID release, String name) {
        Workbook workbook = readReleases.workbook(caller, release, name);
        GateReport report =
                readReleases.report(caller, release).orElseThrow(() -> Refusal.of(ErrorCode.RELEASE_NOT_CHECKED));
        try {
            return new Workbook(name, workbookNotes.annotated(workbook, report.findings()));
        } catch (UnreadableWorkbook unreadable) {
            throw Refusal.of(
                    ErrorCode.WORKBOOK_UNREADABLE,
                    unreadable.workbook(),
                    unreadable.why().name());
        }
    }
}
