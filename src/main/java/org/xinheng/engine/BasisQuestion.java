package org.xinheng.engine;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xinheng.catalogue.MeasureItem;
import org.xinheng.law.Effect;

/** Asks whether a row stands on law, on a day, in a region with all above it. */
public final class BasisQuestion {
    private final Row row;
    private final LocalDate day;
    private final List<String> regions;

    BasisQuestion(Row row, LocalDate day, List<String> regions) {
        this.row = row;
        this.day = day;
        this.regions = regions;
    }

    Row row() {
        return row;
    }

    List<String> regions() {
        return regions;
    }

    /** The day asked about. */
    public LocalDate day() {
        return day;
    }

    /** 效力. */
    public Effect effect() {
        return row.rule().effect();
    }

    /** 惩戒; the rest are rewards. */
    public boolean punishment() {
        return !row.reward();
    }

    /** Whether the measure takes a right or adds a duty: every punishment but mere advice. */
    public boolean takesRightOrAddsDuty() {
        return punishment() && effect() != Effect.ADVISE;
    }

    /** 清单条目, null in rewards. */
    public @Nullable String measureItem() {
        return row.rule().measureItem();
    }

    /** Whether the article itself orders a measure that the list does not have. */
    public boolean orderedByTheArticle() {
        return MeasureItem.STATUTORY_OUTSIDE_LIST.equals(measureItem());
    }
}
