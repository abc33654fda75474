package org.xinheng.release.life;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xinheng.release.Actor;

/**
 * A release is taken back (撤回): it ends to be law, or does not become it. It stays readable for ever.
 *
 * @param tenureNumber opening of the tenure that this ends
 * @param serving release that serves again, null where the one taken back was not law yet
 */
public record Withdrawal(
        UUID releaseId, long tenureNumber, @Nullable UUID serving, String reason, Instant at, Actor by) {}
