package org.xinheng.audit;

/** Port: the record of who did and read what, append-only. */
public interface AuditTrail {
    /** Appends an entry inside the running transaction. */
    void record(AuditEntry entry);
}
