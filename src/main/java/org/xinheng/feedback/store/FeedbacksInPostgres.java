package org.xinheng.feedback.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.xinheng.feedback.Feedback;
import org.xinheng.feedback.FeedbackLine;
import org.xinheng.feedback.Feedbacks;

/** {@link Feedbacks} in PostgreSQL: Panache. */
@ApplicationScoped
class FeedbacksInPostgres implements Feedbacks {
    @Override
    public void append(Feedback feedback, UUID callerKey) {
        FeedbackRow row = new FeedbackRow();
        row.id = feedback.id();
        row.decisionId = feedback.decision();
        row.department = feedback.department();
        row.callerKey = callerKey;
        row.at = feedback.recordedAt();
        row.persist();
        int position = 0;
        for (FeedbackLine line : feedback.lines()) {
            FeedbackLineRow lineRow = new FeedbackLineRow();
            lineRow.key = new FeedbackLineRow.Key(feedback.id(), position++);
            lineRow.measure = line.measure();
            lineRow.listingId = line.listing();
            lineRow.result = line.result();
            lineRow.reason = line.reason();
            lineRow.implementedOn = line.implementedOn();
            lineRow.documentNumber = line.documentNumber();
            lineRow.amountCny = line.amountCny();
            lineRow.persist();
        }
    }

    @Override
    public List<Feedback> on(UUID decision) {
        List<Feedback> all = new ArrayList<>();
        for (FeedbackRow row : FeedbackRow.<FeedbackRow>list("decisionId = ?1 order by at, id", decision)) {
            List<FeedbackLine> lines =
                    FeedbackLineRow.<FeedbackLineRow>list("key.feedbackId = ?1 order by key.position", row.id).stream()
                            .map(line -> new FeedbackLine(
                                    line.measure,
                                    line.listingId,
                                    line.result,
                                    line.reason,
                                    line.implementedOn,
                                    line.documentNumber,
                                    line.amountCny))
                            .toList();
            all.add(new Feedback(row.id, row.decisionId, row.department, row.at, lines));
        }
        return all;
    }
}
