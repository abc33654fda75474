package org.xinheng.audit;

import java.util.List;
import java.util.Optional;

/** Port: the record of who did and read what, append-only and tamper-evident. */
public interface AuditTrail {
    /** Appends an entry inside the running transaction. It covers no rows, only what it says itself. */
    void record(AuditEntry entry);

    /**
     * Appends an entry inside the running transaction. Its leaf commits to every column of every row of the record, as
     * they stand in the database at this moment: call it last, when all of them have been written.
     */
    default Appended record(AuditEntry entry, CoveredRecord covered) {
        return record(List.of(new CoveringEntry(entry, covered))).get(0);
    }

    /**
     * An entry with the rows that it covers.
     *
     * @param covered no other entry of the same call covers it
     */
    record CoveringEntry(AuditEntry entry, CoveredRecord covered) {}

    /**
     * Appends several entries inside the running transaction, each as if it were appended alone, in fewer statements.
     *
     * @param entries at least one, all over records of one kind
     * @return what was appended, in their order
     */
    List<Appended> record(List<CoveringEntry> entries);

    /** The receipt that was given for a record, empty where none was. */
    Optional<Receipt> receiptOf(CoveredRecord covered);
}
