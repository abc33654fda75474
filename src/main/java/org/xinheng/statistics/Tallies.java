package org.xinheng.statistics;

import java.time.LocalDate;
import java.util.List;

/** Port: counts what is kept, over a period, by every dimension that the topic has. */
public interface Tallies {
    /**
     * Counts.
     *
     * @param from first day
     * @param to last day
     * @param today what is overdue is so on this day
     */
    List<Tally> count(Topic topic, LocalDate from, LocalDate to, LocalDate today);
}
