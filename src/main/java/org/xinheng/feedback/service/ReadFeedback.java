package org.xinheng.feedback.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xinheng.caller.Reader;
import org.xinheng.decision.Decisions;
import org.xinheng.decision.service.ReadDecisions;
import org.xinheng.feedback.Feedback;
import org.xinheng.feedback.Feedbacks;
import org.xinheng.kernel.Refusal;

/**
 * An agency reads the feedback on its own decisions; auditors and the credit office read all. It is read as the decision
 * itself is: what concerns a person only for a case, and on record (L8).
 */
@ApplicationScoped
public class ReadFeedback {
    private final ReadDecisions readDecisions;
    private final Feedbacks feedbacks;

    ReadFeedback(ReadDecisions readDecisions, Feedbacks feedbacks) {
        this.readDecisions = readDecisions;
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
    public Given on(Reader reader, UUID decisionId) {
        Decisions.Stored decision = readDecisions.read(reader, decisionId);
        return new Given(decision.id(), decision.feedbackDueOn(), feedbacks.on(decisionId));
    }
}
