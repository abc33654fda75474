package org.xinheng.remedy.service;

import java.time.Instant;
import java.util.UUID;
import org.xinheng.audit.AuditEntry;
import org.xinheng.caller.Caller;

/** Entries of the audit trail for steps of a remedy; none of them names a person. */
final class RemedyEntries {
    private RemedyEntries() {}

    static AuditEntry of(String kind, Caller caller, UUID reference, Instant at) {
        return AuditEntry.of(at, kind, caller.keyId(), caller.department(), reference.toString());
    }
}
