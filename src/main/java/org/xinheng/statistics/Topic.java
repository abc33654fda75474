package org.xinheng.statistics;

import java.util.List;

/** What is counted, and which numbers are told of it, in the order in which they are told. */
public enum Topic {
    /**
     * 措施: how often measures applied (适用户次) and were implemented (实施户次), and the amount concerned. One decision counts
     * once for a measure and a list kind, however many entries of the kind stand behind it. What was asked about a day to
     * come is not counted.
     */
    MEASURES(List.of("applied", "implemented", "notImplemented", "amountCny")),
    /** 查询: decisions made. */
    QUERIES(List.of("queries", "withMeasures")),
    /** 反馈: feedback due, given, given in time, and overdue; each measure that each entry gave is due by itself. */
    FEEDBACK(List.of("due", "given", "inTime", "overdue", "rate")),
    /** 任务: tasks made, acknowledged, reported on and late. */
    TASKS(List.of("made", "acknowledged", "reported", "overdue")),
    /** 名单: entries made and ended, and batches published. */
    LISTS(List.of("entered", "ended", "batches")),
    /** 异议: objections filed and valid, against the records there are at the end of the month, or of the period. */
    OBJECTIONS(List.of("filed", "upheld", "dismissed", "overdue", "records", "per100000", "target")),
    /** 案例: case reports collected and reviewed. */
    CASES(List.of("cases", "reviewed", "amountCny"));

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> numbers;

    Topic(List<String> numbers) {
        this.numbers = numbers;
    }

    /** Names of the numbers. */
    public List<String> numbers() {
        return numbers;
    }
}
