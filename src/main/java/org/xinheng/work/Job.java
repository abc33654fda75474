package org.xinheng.work;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xinheng.kernel.TimeOrderedId;

/**
 * Work that is queued, and done by one worker of all nodes.
 *
 * @param subject what it is about; of a kind and a subject one job is open at a time
 * @param parameters in the form of its kind, null where it needs none
 * @param attempts how often it was begun, this time included
 * @param claim under which a worker holds it, null where nobody has; another worker holds it under another
 */
public record Job(
        UUID id,
        JobKind kind,
        String subject,
        @Nullable String parameters,
        JobProgress progress,
        int attempts,
        @Nullable UUID claim,
        Instant createdAt) {
    /** A job that waits, about something that has an id. */
    public static Job about(UUID subject, JobKind kind, @Nullable String parameters, Instant at) {
        return asked(TimeOrderedId.at(at), kind, subject.toString(), parameters, JobProgress.State.WAITING, at);
    }

    /** A job that nobody has begun. */
    public static Job asked(
            UUID id, JobKind kind, String subject, @Nullable String parameters, JobProgress.State state, Instant at) {
        return new Job(id, kind, subject, parameters, new JobProgress(state, 0, state.name()), 0, null, at);
    }

    /** Id of what it is about, where that has one. */
    public UUID subjectId() {
        return UUID.fromString(subject);
    }
}
