package org.xinheng.release.service;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xinheng.release.Draft;
import org.xinheng.release.GateReport;
import org.xinheng.release.JobStanding;
import org.xinheng.release.ReleaseState;
import org.xinheng.release.Tenure;
import org.xinheng.release.Upload;
import org.xinheng.release.WorkbookEntry;

/**
 * What is told of a release.
 *
 * @param check what the newest report of the gate comes to, null while there is none
 * @param gate how far the gate is, null where it was never asked
 * @param tenures in the order of their first days
 */
public record ReleaseRead(
        Draft draft,
        ReleaseState state,
        GateReport.@Nullable Summary check,
        @Nullable JobStanding gate,
        List<WorkbookEntry> workbooks,
        List<Upload> uploads,
        List<Tenure> tenures) {}
