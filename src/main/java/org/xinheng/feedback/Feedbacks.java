package org.xinheng.feedback;

import java.util.List;
import java.util.UUID;

/** Port: the feedback given, append-only. */
public interface Feedbacks {
    /** Appends one. */
    void append(Feedback feedback, UUID callerKey);

    /** All feedback on a decision, oldest first. */
    List<Feedback> on(UUID decision);
}
