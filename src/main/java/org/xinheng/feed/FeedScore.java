package org.xinheng.feed;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How a department does with one feed in a period (归集评分): what it handed in, what was refused and why, and whether it came
 * as often as it is expected to.
 *
 * @param feed list kind, or kind of act
 * @param everyDays days within which the next is expected, null where nobody expects any
 * @param lastAcceptedOn day of the last batch that was taken, up to the last day of the period, null for none
 * @param dueOn last day on which the next is in time, null where nobody expects any
 * @param gaps stretches between one accepted batch and the next, the open one up to the last day included
 * @param gapsInTime how many of them were not longer than expected
 */
public record FeedScore(
        String department,
        String feed,
        @Nullable Integer everyDays,
        int batches,
        int refusedBatches,
        long rows,
        long refusedRows,
        Map<String, Integer> refusedByCode,
        @Nullable LocalDate lastAcceptedOn,
        @Nullable LocalDate dueOn,
        int gaps,
        int gapsInTime,
        boolean stale) {
    /** A batch as it counts here. */
    public record Submission(
            LocalDate on, boolean accepted, long rows, long refused, Map<String, Integer> refusedByCode) {}

    /**
     * What is expected.
     *
     * @param since day on which that was said
     */
    public record Expected(int everyDays, LocalDate since) {}

    /**
     * Scores a feed.
     *
     * @param before day of the last accepted batch before the period, null for none
     * @param submission the batches of the period, oldest first
     * @param last last day of the period
     */
    public static FeedScore of(
            String department,
            String feed,
            @Nullable Expected expected,
            @Nullable LocalDate before,
            List<Submission> submission,
            LocalDate last) {
        Map<String, Integer> codes = new TreeMap<>();
        submission.forEach(
                each -> each.refusedByCode().forEach((code, count) -> codes.merge(code, count, Integer::sum)));
        List<LocalDate> accepted = new ArrayList<>();
        LocalDate since = before == null && expected != null ? expected.since() : before;
        if (since != null) {
            accepted.add(since);
        }
        submission.stream().filter(Submission::accepted).map(Submission::on).forEach(accepted::add);
        LocalDate lastAccepted = submission.stream()
                .filter(Submission::accepted)
                .map(Submission::on)
                .reduce((one, later) -> later)
                .orElse(before);
        int gaps = 0;
        int inTime = 0;
        if (expected != null) {
            for (int i = 0; i < accepted.size(); i++) {
                LocalDate next = i + 1 < accepted.size() ? accepted.get(i + 1) : last;
                gaps++;
                inTime += ChronoUnit.DAYS.between(accepted.get(i), next) <= expected.everyDays() ? 1 : 0;
            }
        }
        LocalDate dueOn = expected == null || accepted.isEmpty()
                ? null
                : accepted.get(accepted.size() - 1).plusDays(expected.everyDays());
        return new FeedScore(
                department,
                feed,
                expected == null ? null : expected.everyDays(),
                submission.size(),
                (int) submission.stream().filter(each -> !each.accepted()).count(),
                submission.stream().mapToLong(Submission::rows).sum(),
                submission.stream().mapToLong(Submission::refused).sum(),
                codes,
                lastAccepted,
                dueOn,
                gaps,
                inTime,
                dueOn != null && last.isAfter(dueOn));
    }
}
