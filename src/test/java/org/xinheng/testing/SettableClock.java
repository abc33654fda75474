package org.xinheng.testing;

import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;
import org.xinheng.kernel.BeijingTime;

/**
 * The one clock of a service under test, standing still where a test puts it. A test profile enables it; the service is
 * born on {@link #BIRTH}, and so is its first release.
 */
@Alternative
@Singleton
public class SettableClock extends Clock {
    /** When a service with this clock starts. */
    public static final Instant BIRTH = Instant.parse("2026-04-01T02:00:00Z");

    private final AtomicReference<Instant> now = new AtomicReference<>(BIRTH);

    /** Puts the clock to an instant, earlier or later. */
    public void set(Instant instant) {
        now.set(instant);
    }

    @Override
    public Instant instant() {
        return now.get();
    }

    @Override
    public ZoneId getZone() {
        return BeijingTime.ZONE;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(instant(), zone);
    }
}
