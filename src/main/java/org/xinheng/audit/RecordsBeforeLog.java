package org.xinheng.audit;

import java.util.List;

/** Port: what was written by a version that had no log yet. */
public interface RecordsBeforeLog {
    /** Whether the log has no entry at all; only then may records be adopted. */
    boolean logIsEmpty();

    /** Every record that there is, kind by kind. */
    List<CoveredRecord> all();
}
