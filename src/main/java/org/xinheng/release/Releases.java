package org.xinheng.release;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Port: the releases kept, for ever, and their tenures, oldest first. */
public interface Releases {
    /** Every tenure that was not called off, by its first day, then in the order of opening. */
    List<Tenure> tenures();

    /** A release that has passed the gate, with its content. */
    Optional<Release> find(UUID id);

    /** A release as it was handed in, checked or not. */
    Optional<Draft> draft(UUID id);

    /** The release with this content. */
    Optional<Draft> withContent(String contentHash);

    /** Every release as it was handed in, newest first. */
    List<Draft> drafts();

    /** The workbooks of a release with their bytes, by name. */
    List<Workbook> workbooks(UUID id);

    /** The workbooks of a release without their bytes, by name. */
    List<WorkbookEntry> workbookEntries(UUID id);

    /** One workbook. */
    Optional<Workbook> workbook(UUID id, String name);

    /** The rules of law that a release was made with, by file name; empty where they were not kept. */
    Map<String, String> rules(UUID id);

    /** Keeps a draft, its workbooks and the rules of this build, which its content hash is made over. */
    void add(Draft draft, List<Workbook> workbooks);

    /** Opens a tenure and returns its number. */
    long activate(UUID releaseId, LocalDate effectiveFrom, Instant at);

    /** Lets one step in the life of releases wait for another until the running transaction ends. */
    void oneStepAtATime();
}
