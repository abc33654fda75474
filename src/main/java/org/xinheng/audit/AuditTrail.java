package org.xinheng.audit;

import java.util.Optional;

/** Port: the record of who did and read what, append-only and tamper-evident. */
public interface AuditTrail {
    /** Appends an entry inside the running transaction. It covers no rows, only what it says itself. */
    void record(AuditEntry entry);

    /**
     * Appends an entry inside the running transaction. Its leaf commits to every column of every row of the record, as
     * they stand in the database at this moment: call it last, when all of them have been written.
     */
    Appended record(AuditEntry entry, CoveredRecord covered);

    /** The receipt that was given for a record, empty where none was. */
    Optional<Receipt> receiptOf(CoveredRecord covered);
}
