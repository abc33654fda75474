package org.xinheng.impact;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * What is counted: everything that the result depends on, so that counting again gives the same.
 *
 * @param release the draft
 * @param against the release it is compared with
 * @param day for which every listing in force is asked about, Asia/Shanghai
 * @param from first day of the stored decisions that are decided again
 * @param to last day of them
 * @param watermark number of the last commit of listings that is seen
 */
public record ImpactQuestion(UUID release, UUID against, LocalDate day, LocalDate from, LocalDate to, long watermark) {
    /** Stored decisions of so many days are decided again unless somebody says otherwise. */
    public static final int DAYS_BACK = 30;

    /**
     * Whether it leaves nothing out that is counted by default: the listings of the day itself, the decisions of the last
     * days. A count may begin on one day and end on the next.
     */
    public boolean isOrdinaryOn(LocalDate counted) {
        return !day.isAfter(counted)
                && !from.isAfter(counted.minusDays(DAYS_BACK - 1L))
                && !to.isBefore(counted.minusDays(1));
    }

    /** As the words of a job. */
    public String written() {
        return String.join(
                " ",
                release.toString(),
                against.toString(),
                day.toString(),
                from.toString(),
                to.toString(),
                Long.toString(watermark));
    }

    /** Reads the words of a job. */
    public static ImpactQuestion read(String written) {
        List<String> words = List.of(written.split(" "));
        return new ImpactQuestion(
                UUID.fromString(words.get(0)),
                UUID.fromString(words.get(1)),
                LocalDate.parse(words.get(2)),
                LocalDate.parse(words.get(3)),
                LocalDate.parse(words.get(4)),
                Long.parseLong(words.get(5)));
    }
}
