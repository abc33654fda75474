package org.xinheng.feedback.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xinheng.caller.Caller;
import org.xinheng.decision.Decisions;
import org.xinheng.feedback.Feedback;
import org.xinheng.feedback.Feedbacks;
import org.xinheng.kernel.ErrorCode;
import org.xinheng.kernel.Refusal;

/** An agency reads the feedback on its own decisions; auditors and the credit office read all. */
@ApplicationScoped
public class ReadFeedback {
    private final Decisions decisions;
    private final Feedbacks feedbacks;

    ReadFeedback(Decisions decisions, Feedbacks feedbacks) {
        this.decisions = decisions;
        this.feedbacks = feedbacks;
    }

    /** What was given on a decision, oldest first. */
    public record Given(UUID decision, @Nullable LocalDate feedbackDueOn, List<Feedback> feedback) {}

    /**
     * The feedback on one decision.
     *
     * @throws Refusal when there is no such decision, or it is another agency's, which is told the same way
     */
    @Transactional
    public Given on(Caller caller, UUID decisionId) {
        boolean seesAll = caller.readsEveryDepartment();
        Decisions.Kept decision = decisions
                .find(decisionId)
                .filter(found -> seesAll || found.department().equals(caller.department()))
                .orElseThrow(() -> Refusal.of(ErrorCode.DECISION_NOT_FOUND, decisionId.toString()));
        return new Given(decision.id(), decision.feedbackDueOn(), feedbacks.on(decisionId));
    }
}
