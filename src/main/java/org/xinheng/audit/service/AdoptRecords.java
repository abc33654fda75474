package org.xinheng.audit.service;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.xinheng.audit.AuditEntry;
import org.xinheng.audit.AuditTrail;
import org.xinheng.audit.CoveredRecord;
import org.xinheng.audit.RecordsBeforeLog;

/**
 * Takes what an older version wrote into the log, once, in one transaction: while the log has no entry. From then on a
 * record without an entry is one that somebody put there.
 */
@ApplicationScoped
public class AdoptRecords {
    private static final int SECONDS_MAX = 6 * 3600;

    private final RecordsBeforeLog records;
    private final AuditTrail auditTrail;
    private final Clock clock;

    AdoptRecords(RecordsBeforeLog records, AuditTrail auditTrail, Clock clock) {
        this.records = records;
        this.auditTrail = auditTrail;
        this.clock = clock;
    }

    /** Writes an entry for each record that was there before the log, and tells how many. */
    public long adopt() {
        return QuarkusTransaction.requiringNew().timeout(SECONDS_MAX).call(() -> {
            if (!records.logIsEmpty()) {
                return 0L;
            }
            Instant now = clock.instant();
            List<CoveredRecord> all = records.all();
            all.forEach(record -> auditTrail.record(
                    AuditEntry.ofTheService(now, "ADOPTED", record.kind() + "/" + record.key()), record));
            return (long) all.size();
        });
    }
}
