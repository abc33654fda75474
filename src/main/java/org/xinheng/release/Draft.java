package org.xinheng.release;

import java.time.Instant;
import java.util.UUID;

/**
 * A release as it was handed in (发布版草案): its identity, before anything is known of what it says. The gate checks it;
 * once it has passed it is read as a {@link Release} of the same id.
 *
 * @param contentHash SHA-256 over its workbooks and rules; the same content is the same release
 * @param createdAt when it was handed in first
 */
public record Draft(UUID id, String contentHash, Instant createdAt) {}
