package org.xinheng.decision.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.xinheng.audit.Appended;
import org.xinheng.audit.AuditEntry;
import org.xinheng.audit.AuditTrail;
import org.xinheng.audit.CoveredRecord;
import org.xinheng.decision.Decider;
import org.xinheng.decision.Decisions;
import org.xinheng.decision.service.DecideMeasures.Answered;
import org.xinheng.decision.service.DecideMeasures.Question;
import org.xinheng.kernel.TimeOrderedId;
import org.xinheng.listing.Listings;
import org.xinheng.listing.SubjectFile;

/**
 * Decides questions together: one reading of the lists for all, each evaluated alone, one durable append. Each stands in
 * the log under an entry of its own.
 */
@ApplicationScoped
class KeepDecisions {
    private final Listings listings;
    private final ListReadings listReadings;
    private final Decisions decisions;
    private final AuditTrail auditTrail;

    KeepDecisions(Listings listings, ListReadings listReadings, Decisions decisions, AuditTrail auditTrail) {
        this.listings = listings;
        this.listReadings = listReadings;
        this.decisions = decisions;
        this.auditTrail = auditTrail;
    }

    /**
     * Decides all and keeps all, or none.
     *
     * @return the answers, in the order of the questions
     * @throws Convoy.Scattered where a question met a failure before anything was committed. A failure of the commit
     *     itself comes as it is, for what has become of it is not known
     */
    @Transactional
    List<Answered> keep(List<Question> questions) {
        try {
            return kept(questions);
        } catch (RuntimeException failed) {
            throw new Convoy.Scattered(failed);
        }
    }

    private List<Answered> kept(List<Question> questions) {
        List<Decisions.Reached> reached = reached(questions);
        List<String> answers = decisions.append(reached);
        List<Appended> entries =
                auditTrail.record(reached.stream().map(KeepDecisions::entry).toList());
        List<Answered> answered = new ArrayList<>(answers.size());
        for (int i = 0; i < answers.size(); i++) {
            answered.add(new Answered(
                    reached.get(i).decided().decision().id(),
                    answers.get(i),
                    entries.get(i).receipt()));
        }
        return answered;
    }

    private List<Decisions.Reached> reached(List<Question> questions) {
        List<SubjectFile> files = listings.filesOf(questions.stream()
                .map(question -> question.request().identifier())
                .toList());
        List<Decisions.Reached> reached = new ArrayList<>(files.size());
        for (int i = 0; i < files.size(); i++) {
            Question question = questions.get(i);
            SubjectFile file = files.get(i);
            Decider.Decided decided = new Decider(
                            question.law(), question.department(), question.now(), question.today())
                    .decide(
                            TimeOrderedId.at(question.now()),
                            question.request(),
                            file,
                            listReadings.asOf(file.watermark()));
            reached.add(new Decisions.Reached(
                    decided,
                    question.request(),
                    question.caller(),
                    file.watermark(),
                    question.law().ruleBook().engineVersion()));
        }
        return reached;
    }

    private static AuditTrail.CoveringEntry entry(Decisions.Reached reached) {
        UUID id = reached.decided().decision().id();
        return new AuditTrail.CoveringEntry(
                AuditEntry.of(
                        reached.decided().decision().decidedAt(),
                        "DECISION",
                        reached.caller().keyId(),
                        reached.caller().department(),
                        id.toString()),
                CoveredRecord.decision(id));
    }
}
