package org.xinheng.feedback;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Feedback of an agency on a decision of its own (反馈); a correction is a further feedback, nothing is overwritten. */
public record Feedback(UUID id, UUID decision, String department, Instant recordedAt, List<FeedbackLine> lines) {}
