package org.xinheng.task;

import java.net.URI;
import java.time.Instant;
import java.util.UUID;

/** Where an agency wants its tasks brought to (推送地址). */
public record Webhook(UUID id, String department, URI url, Instant recordedAt, boolean revoked) {
    /**
     * How it fares.
     *
     * @param number every task of the agency up to this number was delivered or waits
     * @param failures attempts that failed in a row, whichever task they were for
     * @param waiting tasks that are tried again or wait behind one of the same subject
     * @param dead tasks that were given up; those of the same subject wait behind them
     */
    public record Health(Webhook webhook, long number, int failures, long waiting, long dead) {}
}
