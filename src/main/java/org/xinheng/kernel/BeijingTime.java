package org.xinheng.kernel;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/**
 * The time by which days are counted and people read a clock (北京时间): Asia/Shanghai, whatever the time zone of the
 * machine. In JSON an instant stays in UTC (RFC 3339); only what is read as prose is written here.
 */
public final class BeijingTime {
    /** The one time zone of this service (design §6.1). */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final DateTimeFormatter TO_THE_SECOND = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    private BeijingTime() {}

    /** The day on which an instant falls. */
    public static LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, ZONE);
    }

    /** An instant for a reader, cut to the second: {@code 2026-11-25 06:48:17(北京时间)}. */
    public static String displayed(Instant instant) {
        return TO_THE_SECOND.format(instant.truncatedTo(ChronoUnit.SECONDS).atZone(ZONE)) + "（北京时间）";
    }
}
