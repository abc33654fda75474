package org.xinheng.decision.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.xinheng.audit.Appended;
import org.xinheng.audit.AuditEntry;
import org.xinheng.audit.AuditKind;
import org.xinheng.audit.AuditTrail;
import org.xinheng.audit.CoveredRecord;
import org.xinheng.decision.Decider;
import org.xinheng.decision.Decisions;
import org.xinheng.kernel.TimeOrderedId;
import org.xinheng.listing.Listings;
import org.xinheng.listing.SubjectFile;

/**
 * Decides and stores requests together: one reading of the lists for all, each evaluated alone, one durable append. Each
 * has a log entry of its own.
 */
@ApplicationScoped
class DecideTogether {
    private final Listings listings;
    private final ListReadings listReadings;
    private final Decisions decisions;
    private final AuditTrail auditTrail;

    DecideTogether(Listings listings, ListReadings listReadings, Decisions decisions, AuditTrail auditTrail) {
        this.listings = listings;
        this.listReadings = listReadings;
        this.decisions = decisions;
        this.auditTrail = auditTrail;
    }

    /**
     * Decides and stores all, or none.
     *
     * @return the answers, in the order of the requests
     * @throws GroupCommit.NothingCommitted where a request failed before anything was committed. A failure of the commit itself is
     *     thrown as it is, because its outcome is unknown
     */
    @Transactional
    List<DecisionAnswer> decide(List<AdmittedRequest> requests) {
        try {
            return decideAll(requests);
        } catch (RuntimeException failed) {
            throw new GroupCommit.NothingCommitted(failed);
        }
    }

    private List<DecisionAnswer> decideAll(List<AdmittedRequest> requests) {
        List<Decisions.Reached> reached = reached(requests);
        List<String> answers = decisions.append(reached);
        List<Appended> entries =
                auditTrail.record(reached.stream().map(DecideTogether::entry).toList());
        List<DecisionAnswer> answered = new ArrayList<>(answers.size());
        for (int i = 0; i < answers.size(); i++) {
            answered.add(new DecisionAnswer(
                    reached.get(i).decided().decision().id(),
                    answers.get(i),
                    entries.get(i).receipt()));
        }
        return answered;
    }

    private List<Decisions.Reached> reached(List<AdmittedRequest> requests) {
        Iterator<SubjectFile> files = listings.filesOf(requests.stream()
                        .flatMap(each -> Stream.of(
                                each.request().identifier(), each.request().principal()))
                        .filter(Objects::nonNull)
                        .toList())
                .iterator();
        List<Decisions.Reached> reached = new ArrayList<>(requests.size());
        for (AdmittedRequest each : requests) {
            SubjectFile file = files.next();
            Decider.Files known = new Decider.Files(file, each.request().principal() == null ? null : files.next());
            Decider.Decided decided = new Decider(each.law(), each.department(), each.now(), each.today())
                    .decide(TimeOrderedId.at(each.now()), each.request(), known, listReadings.asOf(file.watermark()));
            reached.add(new Decisions.Reached(
                    decided,
                    each.request(),
                    each.caller(),
                    file.watermark(),
                    each.law().ruleBook().engineVersion()));
        }
        return reached;
    }

    private static AuditTrail.CoveringEntry entry(Decisions.Reached reached) {
        UUID id = reached.decided().decision().id();
        return new AuditTrail.CoveringEntry(
                AuditEntry.of(reached.decided().decision().decidedAt(), AuditKind.DECISION, reached.caller(), id),
                CoveredRecord.decision(id));
    }
}
