package org.xinheng.audit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody did or read something that must be on record (L8).
 *
 * @param kind stable word, {@code DECISION}, {@code DECISION_READ}, {@code LISTING_READ}, {@code LISTING_SEARCH} …
 * @param callerKey whose key it was, null where the service itself acted
 * @param department the caller's, null where the service itself acted
 * @param purpose why (用途)
 * @param caseNumber for which case
 * @param subjectLookup keyed hash of the identifier concerned, null where none is
 * @param reference id of what was done or read, null for a search
 * @param detail further words; never a person's number or name
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier between rooms; never compared
public record AuditEntry(
        Instant at,
        String kind,
        @Nullable UUID callerKey,
        @Nullable String department,
        @Nullable String purpose,
        @Nullable String caseNumber,
        byte @Nullable [] subjectLookup,
        @Nullable String reference,
        @Nullable String detail) {
    /** Something that the caller did, for which the record it covers says the rest. */
    public static AuditEntry of(Instant at, String kind, UUID callerKey, String department, String reference) {
        return new AuditEntry(at, kind, callerKey, department, null, null, null, reference, null);
    }

    /** Something that the service did by itself: the first release, an activation on its day. */
    public static AuditEntry ofTheService(Instant at, String kind, String reference) {
        return new AuditEntry(at, kind, null, null, null, null, null, reference, null);
    }
}
