package org.xinheng.casereport;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Port: case reports and their reviews, append-only. */
public interface CaseReports {
    /**
     * Makes drafts of everything that was fed back as implemented in a month and is no case yet; of one measure of one
     * decision the newest feedback counts. A case that was not reviewed takes in feedback that is newer than what it was
     * made of, or is withdrawn where by that nothing was implemented in the month.
     */
    Collected collect(Collection collection, UUID callerKey, Instant at);

    /**
     * What became of a collection.
     *
     * @param made drafts that are new
     * @param corrected cases that took in corrected feedback or were withdrawn by it
     */
    record Collected(int made, int corrected) {}

    /**
     * What is collected.
     *
     * @param departments agencies whose feedback counts
     */
    record Collection(UUID id, ReportMonth month, Set<String> departments, String department, LocalDate collectedOn) {}

    /** A case by its id; what was withdrawn is none. */
    Optional<CaseReport> find(UUID id);

    /** Makes others that review the same case, and those that collect, wait until the running transaction ends. */
    void lock(UUID id);

    /** Adds a review. */
    void review(UUID reviewId, UUID caseId, CaseReport.Review review, UUID callerKey, Instant at);

    /** Cases of a month in the order in which they came to it: what comes while it is read comes last. */
    List<CaseReport> search(CaseQuery query);

    /** Whether a case is, or once was, one of a month; its place there stays when it is withdrawn. */
    boolean wasIn(YearMonth month, UUID id);

    /**
     * Which cases.
     *
     * @param departments only those of these agencies, empty for all
     * @param state null for every one
     * @param after id of the case after which the page begins
     */
    record CaseQuery(
            YearMonth month,
            Set<String> departments,
            CaseReport.@Nullable State state,
            @Nullable UUID after,
            int size) {
        public CaseQuery {
            departments = Set.copyOf(departments);
        }
    }

    /** How many cases of a month stand where. */
    List<Count> counts(YearMonth month, Set<String> departments);

    /** Cases in one state. */
    record Count(CaseReport.State state, long cases) {}
}
