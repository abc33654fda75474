package org.xinheng.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.xinheng.kernel.BeijingTime;

/**
 * The one clock, in Asia/Shanghai: a day is taken from it once, at the start of a request (design §6.1). It ticks in the
 * microseconds that PostgreSQL keeps, so that an instant reads the same before and after it was kept.
 */
@ApplicationScoped
class ClockProducer {
    @Produces
    @Singleton
    Clock clock() {
        return Clock.tick(Clock.system(BeijingTime.ZONE), Duration.of(1, ChronoUnit.MICROS));
    }
}
