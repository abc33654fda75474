package org.xinheng.kernel;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** Identifiers that sort by the time of their making: UUID version 7, RFC 9562 §5.7. */
public final class TimeOrderedId {
    private static final SecureRandom RANDOM = new SecureRandom();

    private TimeOrderedId() {}

    /** A new identifier; of two made in the same millisecond either may sort first. */
    public static UUID at(Instant instant) {
        long random = RANDOM.nextLong();
        long time = instant.toEpochMilli() << 16;
        long high = time | 0x7000L | (RANDOM.nextInt() & 0x0FFFL);
        long low = (random & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    /** The smallest identifier of that instant's millisecond, as a bound for searches by time. */
    public static UUID first(Instant instant) {
        return new UUID((instant.toEpochMilli() << 16) | 0x7000L, 0x8000_0000_0000_0000L);
    }

    /** The smallest identifier of a day, Asia/Shanghai. */
    public static UUID firstOf(LocalDate day) {
        return first(day.atStartOfDay(BeijingTime.ZONE).toInstant());
    }
}
