package org.xinheng.feedback.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.xinheng.audit.AuditEntry;
import org.xinheng.audit.AuditKind;
import org.xinheng.audit.AuditTrail;
import org.xinheng.audit.CoveredRecord;
import org.xinheng.audit.RecordKind;
import org.xinheng.caller.Caller;
import org.xinheng.decision.Decisions;
import org.xinheng.feedback.Feedback;
import org.xinheng.feedback.FeedbackLine;
import org.xinheng.feedback.FeedbackRules;
import org.xinheng.feedback.Feedbacks;
import org.xinheng.kernel.BeijingTime;
import org.xinheng.kernel.ErrorCode;
import org.xinheng.kernel.Fault;
import org.xinheng.kernel.Refusal;
import org.xinheng.kernel.TimeOrderedId;

/** The agency that asked says what it did with each measure (反馈). */
@ApplicationScoped
public class RecordFeedback {
    private final Decisions decisions;
    private final Feedbacks feedbacks;
    private final AuditTrail auditTrail;
    private final Clock clock;

    RecordFeedback(Decisions decisions, Feedbacks feedbacks, AuditTrail auditTrail, Clock clock) {
        this.decisions = decisions;
        this.feedbacks = feedbacks;
        this.auditTrail = auditTrail;
        this.clock = clock;
    }

    /**
     * Appends feedback.
     *
     * @throws Refusal when there is no such decision, it is another agency's, or a line is not of it
     */
    @Transactional
    public Feedback record(Caller caller, UUID decisionId, List<FeedbackLine> lines) {
        Instant now = clock.instant();
        Decisions.Stored decision = decisions
                .find(decisionId)
                .orElseThrow(() -> Refusal.of(ErrorCode.DECISION_NOT_FOUND, decisionId.toString()));
        if (!decision.department().equals(caller.department())) {
            throw Refusal.of(ErrorCode.FEEDBACK_NOT_YOURS, decisionId.toString());
        }
        if (decision.projection()) {
            throw Refusal.of(ErrorCode.FEEDBACK_NOT_DUE, decisionId.toString());
        }
        List<Fault> faults = FeedbackRules.faultsOf(decision, lines, BeijingTime.dayOf(now));
        if (!faults.isEmpty()) {
            throw new Refusal(faults);
        }
        Feedback feedback = new Feedback(TimeOrderedId.at(now), decisionId, caller.department(), now, lines);
        feedbacks.append(feedback, caller.keyId());
        auditTrail.record(
                AuditEntry.of(now, AuditKind.FEEDBACK, caller, decisionId),
                CoveredRecord.of(RecordKind.FEEDBACK, feedback.id()));
        return feedback;
    }
}
