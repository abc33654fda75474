package org.xinheng.audit;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xinheng.caller.Caller;
import org.xinheng.caller.Reader;

/**
 * Somebody did or read something that must be on record (L8).
 *
 * @param kind name of an {@link AuditKind}, or what stands in its place in a log that is read
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
    /** As precise as it is kept: what is hashed is what is kept. */
    public AuditEntry {
        at = at.truncatedTo(ChronoUnit.MICROS);
    }

    /** Something that the caller did, about whatever the further words say. */
    public static AuditEntry of(Instant at, AuditKind kind, Caller caller) {
        return new AuditEntry(at, kind.name(), caller.keyId(), caller.department(), null, null, null, null, null);
    }

    /** Something that the caller did, for which the record it covers says the rest. */
    public static AuditEntry of(Instant at, AuditKind kind, Caller caller, @Nullable UUID reference) {
        return reference == null ? of(at, kind, caller) : of(at, kind, caller, reference.toString());
    }

    /** Something that the caller did, about what has no id. */
    public static AuditEntry of(Instant at, AuditKind kind, Caller caller, String reference) {
        return of(at, kind, caller.keyId(), caller.department(), reference);
    }

    /** Something that was read, for the purpose and the case that the reader names. */
    public static AuditEntry of(Instant at, AuditKind kind, Reader reader, @Nullable UUID reference) {
        return of(at, kind, reader.caller(), reference).withPurpose(reader.purpose(), reader.caseNumber());
    }

    /** Something that was done for a caller who is not there any more. */
    public static AuditEntry of(Instant at, AuditKind kind, UUID callerKey, String department, String reference) {
        return new AuditEntry(at, kind.name(), callerKey, department, null, null, null, reference, null);
    }

    /** Something that the service did by itself: the first release, an activation on its day. */
    public static AuditEntry ofTheService(Instant at, AuditKind kind, UUID reference) {
        return ofTheService(at, kind, reference.toString());
    }

    /** Something that the service did by itself, about what has no id. */
    public static AuditEntry ofTheService(Instant at, AuditKind kind, String reference) {
        return new AuditEntry(at, kind.name(), null, null, null, null, null, reference, null);
    }

    /** The same with why it was done, and for which case. */
    public AuditEntry withPurpose(@Nullable String why, @Nullable String forCase) {
        return new AuditEntry(at, kind, callerKey, department, why, forCase, subjectLookup, reference, detail);
    }

    /** The same about an identifier, by its keyed hash. */
    public AuditEntry withSubject(byte @Nullable [] lookup) {
        return new AuditEntry(at, kind, callerKey, department, purpose, caseNumber, lookup, reference, detail);
    }

    /** The same with further words. */
    public AuditEntry withDetail(@Nullable String words) {
        return new AuditEntry(at, kind, callerKey, department, purpose, caseNumber, subjectLookup, reference, words);
    }
}
