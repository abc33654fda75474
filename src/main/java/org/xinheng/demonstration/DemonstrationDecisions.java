package org.xinheng.demonstration;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.xinheng.caller.Caller;
import org.xinheng.decision.Decisions;
import org.xinheng.decision.service.DecideMeasures;
import org.xinheng.feedback.FeedbackLine;
import org.xinheng.feedback.service.RecordFeedback;
import org.xinheng.kernel.BeijingTime;

/** Lets the agencies of the demonstration ask and feed back, inside the running transaction. */
@ApplicationScoped
class DemonstrationDecisions {
    private static final int NO_FEEDBACK_YET_ONCE_IN = 6;

    private final DecideMeasures decideMeasures;
    private final RecordFeedback recordFeedback;
    private final Decisions decisions;

    DemonstrationDecisions(DecideMeasures decideMeasures, RecordFeedback recordFeedback, Decisions decisions) {
        this.decideMeasures = decideMeasures;
        this.recordFeedback = recordFeedback;
        this.decisions = decisions;
    }

    /** Asks every question in turn; five of six that are due get their feedback. */
    void make(List<SyntheticQuestion> questions, long seed) {
        Chance chance = new Chance(seed + 1);
        for (SyntheticQuestion question : questions) {
            Caller caller = question.key().caller();
            UUID id = decideMeasures.decide(caller, question.request()).id();
            Decisions.Stored stored = decisions.find(id).orElseThrow();
            if (stored.feedbackDueOn() != null && !chance.oneIn(NO_FEEDBACK_YET_ONCE_IN)) {
                LocalDate decidedOn = BeijingTime.dayOf(stored.decidedAt());
                recordFeedback.record(
                        caller,
                        id,
                        stored.lines().stream()
                                .distinct()
                                .map(line -> feedback(line, decidedOn, question, chance))
                                .toList());
            }
        }
    }

    /** Four of five measures are carried out; the others did not concern the matter, or could not be. */
    private static FeedbackLine feedback(
            Decisions.Stored.Line line, LocalDate decidedOn, SyntheticQuestion question, Chance chance) {
        int tenth = chance.below(10);
        FeedbackLine.Result result = FeedbackLine.Result.IMPLEMENTED;
        String reason = null;
        if (tenth == 8) {
            result = FeedbackLine.Result.NOT_APPLICABLE;
            reason = "申请人已撤回申请";
        } else if (tenth == 9) {
            result = FeedbackLine.Result.NOT_IMPLEMENTED;
            reason = "本办件已在决策前办结";
        }
        boolean implemented = result == FeedbackLine.Result.IMPLEMENTED;
        return new FeedbackLine(
                line.measure(),
                line.listing(),
                result,
                reason,
                implemented ? decidedOn : null,
                implemented ? "办理意见 " + question.request().caseNumber() : null,
                implemented && chance.oneIn(4) ? BigDecimal.valueOf(1000L * (1 + chance.below(900))) : null);
    }
}
