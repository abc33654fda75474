package org.xinheng.listing.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.xinheng.audit.AuditEntry;
import org.xinheng.audit.AuditKind;
import org.xinheng.audit.AuditTrail;
import org.xinheng.audit.CoveredRecord;
import org.xinheng.kernel.TimeOrderedId;
import org.xinheng.listing.CommitKind;
import org.xinheng.listing.Listings;
import org.xinheng.subject.SubjectMerge;
import org.xinheng.subject.Subjects;

/**
 * Gives numbers from before numbers had a key theirs, so that what was entered under one is found under those that follow
 * from it. Subjects that turn out to be one are merged, on record.
 */
@ApplicationScoped
public class GiveSubjectKeys {
    private static final int AT_ONCE = 1_000;
    private static final UUID THE_SERVICE = new UUID(0, 0);

    private final Subjects subjects;
    private final Listings listings;
    private final AuditTrail auditTrail;
    private final Clock clock;

    GiveSubjectKeys(Subjects subjects, Listings listings, AuditTrail auditTrail, Clock clock) {
        this.subjects = subjects;
        this.listings = listings;
        this.auditTrail = auditTrail;
        this.clock = clock;
    }

    /**
     * Gives the next ones their key, in a commit of its own.
     *
     * @return how many; 0 when all have one
     */
    @Transactional
    public int giveNext() {
        if (subjects.keysDue(1).isEmpty()) {
            return 0;
        }
        Instant now = clock.instant();
        long knownAt = listings.openCommit(CommitKind.SUBJECTS_MERGED, Set.of(), THE_SERVICE, now);
        List<Subjects.KeyDue> due = subjects.keysDue(AT_ONCE);
        for (Subjects.KeyDue each : due) {
            subjects.giveKey(each, knownAt)
                    .ifPresent(other -> subjects.record(new SubjectMerge(
                            TimeOrderedId.at(now),
                            each.subjectId(),
                            other,
                            true,
                            "号码相含，为同一主体",
                            null,
                            null,
                            null,
                            now,
                            knownAt)));
        }
        auditTrail.record(
                AuditEntry.ofTheService(now, AuditKind.SUBJECTS_MERGED, Long.toString(knownAt)),
                CoveredRecord.listingCommit(knownAt));
        return due.size();
    }
}
