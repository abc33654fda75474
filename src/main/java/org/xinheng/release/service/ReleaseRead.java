package org.xinheng.release.service;

import java.util.List;
import org.xinheng.release.Draft;
import org.xinheng.release.Upload;
import org.xinheng.release.WorkbookEntry;
import org.xinheng.release.life.ReleaseLife;
import org.xinheng.release.life.ReleaseState;

/**
 * What is told of a release.
 *
 * @param life what has happened to it
 */
public record ReleaseRead(
        Draft draft, ReleaseState state, ReleaseLife life, List<WorkbookEntry> workbooks, List<Upload> uploads) {}
