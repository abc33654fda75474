package org.xinheng.feed.service;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.xinheng.act.ActDraft;
import org.xinheng.act.ActKey;
import org.xinheng.act.ActKind;
import org.xinheng.feed.BatchReport;
import org.xinheng.feed.ListingBatch;
import org.xinheng.feed.ReadRow;
import org.xinheng.kernel.ErrorCode;
import org.xinheng.kernel.Fault;
import org.xinheng.kernel.Refusal;

/** The acts of one file: each number about a subject once, and none that says otherwise than it did before. */
final class FeedActs {
    /** Acts of one file: they are held until all of them are judged. */
    private static final int MOST = 50_000;

    private static final String NUMBER = "/documentNumber";

    private final Map<ActKey, Row> rows = new LinkedHashMap<>();
    private final BatchReport report;
    private @Nullable ActKind kind;

    FeedActs(BatchReport report) {
        this.report = report;
    }

    private record Row(int line, ActDraft draft, String column) {}

    /** There are acts in the file, taken or not. */
    void are(ActKind of) {
        kind = of;
    }

    /** Kind of the acts, null where the rows are of listings. */
    @Nullable
    ActKind kind() {
        return kind;
    }

    /** What makes a row the same act as one further up. */
    List<Fault> doubled(ActDraft draft) {
        Row first = rows.get(ActKey.of(draft));
        return first == null
                ? List.of()
                : List.of(Fault.at(
                        NUMBER, ErrorCode.ACT_DOUBLED, draft.documentNumber(), Integer.toString(first.line())));
    }

    /** Takes a row in which nothing is wrong. */
    void take(ReadRow row, ActDraft draft) {
        report.good(row.line(), null, ListingBatch.Result.ENTERED);
        rows.put(ActKey.of(draft), new Row(row.line(), draft, row.columnOf().apply(NUMBER)));
        if (rows.size() > MOST) {
            throw Refusal.of(ErrorCode.BATCH_ROWS, Integer.toString(MOST), "> " + MOST);
        }
    }

    /** What makes each of them one. */
    Set<ActKey> keys() {
        return Set.copyOf(rows.keySet());
    }

    /**
     * The acts that are new; of the others the report says that they are unchanged, or refuses them.
     *
     * @param known what acts say that were handed in before
     * @param region of the department
     */
    List<ActDraft> fresh(Map<ActKey, ActDraft> known, String region) {
        List<ActDraft> fresh = new ArrayList<>();
        rows.forEach((key, row) -> {
            ActDraft before = known.get(key);
            if (before == null) {
                fresh.add(row.draft());
            } else if (before.saysTheSameAs(row.draft(), region)) {
                report.became(row.line(), null, ListingBatch.Result.UNCHANGED);
            } else {
                report.turnsBad(
                        row.line(), Fault.at(NUMBER, ErrorCode.ACT_DIFFERS, key.documentNumber()), row.column());
            }
        });
        return fresh;
    }
}
