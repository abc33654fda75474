package org.xinheng.audit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody did or read something that must be on record (L8).
 *
 * @param kind stable word, {@code DECISION_READ}, {@code LISTING_READ}, {@code LISTING_SEARCH}
 * @param purpose why (用途)
 * @param caseNumber for which case
 * @param subjectLookup keyed hash of the identifier concerned, null where none is
 * @param reference id of what was read, null for a search
 * @param detail further words; never a person's number or name
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier between rooms; never compared
public record AuditEntry(
        Instant at,
        String kind,
        UUID callerKey,
        String department,
        @Nullable String purpose,
        @Nullable String caseNumber,
        byte @Nullable [] subjectLookup,
        @Nullable String reference,
        @Nullable String detail) {}
