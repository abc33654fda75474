package org.xinheng.listing.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.xinheng.audit.AuditEntry;
import org.xinheng.audit.AuditKind;
import org.xinheng.audit.AuditTrail;
import org.xinheng.audit.CoveredRecord;
import org.xinheng.caller.Caller;
import org.xinheng.caller.Role;
import org.xinheng.kernel.BeijingTime;
import org.xinheng.kernel.ErrorCode;
import org.xinheng.kernel.Fault;
import org.xinheng.kernel.Identifier;
import org.xinheng.kernel.Refusal;
import org.xinheng.kernel.TimeOrderedId;
import org.xinheng.listing.CommitKind;
import org.xinheng.listing.ListingQuery;
import org.xinheng.listing.Listings;
import org.xinheng.listing.MergedDecisions;
import org.xinheng.subject.Subject;
import org.xinheng.subject.SubjectMerge;
import org.xinheng.subject.Subjects;

/**
 * Finds two subjects to be one (合并), or not to be after all (分立): a department that determined an entry about one of
 * them, or the credit office. It is a commit of listings: tasks follow from it, and a separation undoes a merge.
 */
@ApplicationScoped
public class MergeSubjects {
    /** Most decisions that a separation names. */
    public static final int DECISIONS_MAX = 100;

    private final Subjects subjects;
    private final Listings listings;
    private final MergedDecisions mergedDecisions;
    private final AuditTrail auditTrail;
    private final Clock clock;

    MergeSubjects(
            Subjects subjects, Listings listings, MergedDecisions mergedDecisions, AuditTrail auditTrail, Clock clock) {
        this.subjects = subjects;
        this.listings = listings;
        this.mergedDecisions = mergedDecisions;
        this.auditTrail = auditTrail;
        this.clock = clock;
    }

    /** What is found: about whom, by which document, and why. */
    public record Finding(Identifier one, Identifier other, String documentNumber, String reason) {}

    /**
     * A merge or separation with the subjects.
     *
     * @param decisions after a separation, decisions about one of them that rest on entries of the other, newest first
     */
    public record Found(SubjectMerge merge, Subject one, Subject other, List<UUID> decisions) {}

    /**
     * Merges two subjects, or separates them.
     *
     * @param joined true to merge, false to separate
     * @throws Refusal IDENTIFIER_SCHEME_MISMATCH where they are of two types, SUBJECTS_NOT_YOURS, SUBJECTS_ALREADY_ONE,
     *     SUBJECTS_NOT_MERGED
     */
    @Transactional
    public Found find(Caller caller, Finding finding, boolean joined) {
        Instant now = clock.instant();
        demandFit(finding, now);
        CommitKind kind = joined ? CommitKind.SUBJECTS_MERGED : CommitKind.SUBJECTS_SEPARATED;
        long knownAt = listings.openCommit(kind, Set.of(), caller.keyId(), now);
        demandOwn(caller, finding, knownAt);
        UUID one = known(finding.one(), knownAt);
        UUID other = known(finding.other(), knownAt);
        demandChange(one, other, joined);
        SubjectMerge merge = new SubjectMerge(
                TimeOrderedId.at(now),
                one,
                other,
                joined,
                finding.reason(),
                caller.department(),
                finding.documentNumber(),
                caller.keyId(),
                now,
                knownAt);
        subjects.record(merge);
        auditTrail.record(
                AuditEntry.of(
                        now, joined ? AuditKind.SUBJECTS_MERGED : AuditKind.SUBJECTS_SEPARATED, caller, merge.id()),
                CoveredRecord.listingCommit(knownAt));
        return whole(merge);
    }

    /**
     * Reads one; a department reads its own.
     *
     * @throws Refusal SUBJECT_MERGE_NOT_FOUND also for another's
     */
    @Transactional
    public Found read(Caller caller, UUID id) {
        SubjectMerge merge = subjects.findMerge(id)
                .filter(found ->
                        caller.readsEveryDepartment() || caller.department().equals(found.department()))
                .orElseThrow(() -> Refusal.of(ErrorCode.SUBJECT_MERGE_NOT_FOUND, id.toString()));
        auditTrail.record(AuditEntry.of(clock.instant(), AuditKind.SUBJECT_MERGE_READ, caller, id));
        return whole(merge);
    }

    private Found whole(SubjectMerge merge) {
        return new Found(
                merge,
                subjects.find(merge.one()).orElseThrow(),
                subjects.find(merge.other()).orElseThrow(),
                merge.joined() ? List.of() : mergedDecisions.restingOn(merge.one(), merge.other(), DECISIONS_MAX));
    }

    private static void demandFit(Finding finding, Instant now) {
        List<Fault> faults = new ArrayList<>();
        if (finding.other().subjectType() != finding.one().subjectType()) {
            faults.add(Identifier.notFor(
                            finding.one().subjectType(), finding.other().scheme())
                    .under("/other/scheme"));
        }
        Fault one = finding.one().bornAfter(BeijingTime.dayOf(now), "/one/identifier");
        Fault other = finding.other().bornAfter(BeijingTime.dayOf(now), "/other/identifier");
        if (one != null) {
            faults.add(one);
        }
        if (other != null) {
            faults.add(other);
        }
        if (!faults.isEmpty()) {
            throw new Refusal(faults);
        }
    }

    private void demandOwn(Caller caller, Finding finding, long knownAt) {
        boolean own = caller.is(Role.CREDIT_OFFICE)
                || determined(caller, finding.one(), knownAt)
                || determined(caller, finding.other(), knownAt);
        if (!own) {
            throw Refusal.of(ErrorCode.SUBJECTS_NOT_YOURS);
        }
    }

    private boolean determined(Caller caller, Identifier identifier, long knownAt) {
        return !listings.search(new ListingQuery(null, knownAt, null, identifier, caller.department(), null, 1))
                .isEmpty();
    }

    private void demandChange(UUID one, UUID other, boolean joined) {
        if (joined && (one.equals(other) || subjects.areOne(one, other))) {
            throw Refusal.of(ErrorCode.SUBJECTS_ALREADY_ONE);
        }
        boolean merged =
                subjects.newestMerge(one, other).map(SubjectMerge::joined).orElse(false);
        if (!joined && !merged) {
            throw Refusal.of(ErrorCode.SUBJECTS_NOT_MERGED);
        }
    }

    private UUID known(Identifier identifier, long knownAt) {
        return subjects.findOrAdd(identifier.subjectType(), identifier, null, knownAt);
    }
}
