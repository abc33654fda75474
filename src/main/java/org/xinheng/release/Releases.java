package org.xinheng.release;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Port: the releases kept, for ever, and their tenures, oldest first. */
public interface Releases {
    /** Every tenure, in the order of activation. */
    List<Tenure> tenures();

    /** A release with its content. */
    Optional<Release> find(UUID id);

    /** The bytes of a release's workbooks. */
    List<Workbook> workbooks(UUID id);

    /** Keeps a release and its workbooks. */
    void add(Release release, List<Workbook> workbooks);

    /** Opens a tenure and returns its number. */
    long activate(UUID releaseId, LocalDate effectiveFrom, Instant at);
}
