package org.xinheng.release;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A job that a worker has claimed.
 *
 * @param parameters words of the kind's own, null where it needs none; of the gate, the hash of the rules
 * @param claim under which the worker holds it; another worker holds it under another
 * @param attempts how often it was begun, this time included
 */
public record Job(
        UUID id, UUID releaseId, JobKind kind, @Nullable String parameters, UUID claim, int attempts) {}
