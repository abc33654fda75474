package org.xinheng.audit.store;

import jakarta.enterprise.context.ApplicationScoped;
import org.xinheng.audit.AuditEntry;
import org.xinheng.audit.AuditTrail;

/** {@link AuditTrail} in PostgreSQL. */
@ApplicationScoped
class AuditTrailInPostgres implements AuditTrail {
    @Override
    public void record(AuditEntry entry) {
        AuditEntryRow row = new AuditEntryRow();
        row.at = entry.at();
        row.kind = entry.kind();
        row.callerKey = entry.callerKey();
        row.department = entry.department();
        row.purpose = entry.purpose();
        row.caseNumber = entry.caseNumber();
        row.subjectLookup = entry.subjectLookup();
        row.reference = entry.reference();
        row.detail = entry.detail();
        row.persist();
    }
}
