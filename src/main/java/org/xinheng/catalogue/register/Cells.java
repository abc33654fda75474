package org.xinheng.catalogue.register;

import static org.xinheng.catalogue.register.ColumnTemplate.column;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.xinheng.catalogue.register.ColumnTemplate.ColumnPart;
import org.xinheng.catalogue.table.SourceRow;
import org.xinheng.kernel.EffectivePeriod;

/**
 * The cells of a row. The declaration of a sheet asks for them in the order of the columns, each with all that is to be
 * said of its column, and so gives the layout of the sheet by the same words that read a row.
 */
public interface Cells {
    int DAY_WIDTH = 13;
    String IN_FORCE_FROM = "施行日";
    String IN_FORCE_TO = "失效日";

    /** The values in the cell of a column: none where it is blank. */
    <V> List<V> values(ColumnTemplate column, Content<V> content);

    /** Where the row stands. */
    SourceRow source();

    /** From the first to the last day; whoever reads a row has checked their order. */
    default EffectivePeriod period(ColumnTemplate first, ColumnTemplate last) {
        return new EffectivePeriod(one(first, Contents.DAY), one(last, Contents.DAY));
    }

    private <V> @Nullable V one(ColumnTemplate column, Content<V> content) {
        List<V> values = values(column, content);
        return values.isEmpty() ? null : values.get(0);
    }

    /** A cell that is never blank. */
    default <V> V must(String heading, Content<V> content, int width, String note) {
        return must(column(heading, content, width, note), content);
    }

    private <V> V must(ColumnTemplate column, Content<V> content) {
        V value = one(column.must(), content);
        if (value == null) {
            throw new IllegalStateException("a row without " + column.heading() + " is not built");
        }
        return value;
    }

    /** A cell that may be blank. */
    default <V> @Nullable V maybe(String heading, Content<V> content, int width, String note) {
        return one(column(heading, content, width, note), content);
    }

    /** A cell of several codes in their order. */
    default <V> List<V> list(String heading, Content<V> content, int width, String note) {
        return values(column(heading, content, width, note).many(), content);
    }

    /** A cell of several codes. */
    default <V> Set<V> set(String heading, Content<V> content, int width, String note) {
        return ordered(list(heading, content, width, note));
    }

    /** A cell of at least one code. */
    default <V> Set<V> mustSet(String heading, Content<V> content, int width, String note) {
        return ordered(values(column(heading, content, width, note).many().must(), content));
    }

    private static <V> Set<V> ordered(List<V> values) {
        return Collections.unmodifiableSet(new LinkedHashSet<>(values));
    }

    /** 代码, which names the entry. */
    default String code(String example, int width, String note) {
        return must(RegisterSheets.CODE, Contents.ownCode(Contents.CODE, example), width, note);
    }

    /** Words that name the entry to people. */
    default String title(String heading, int width, String note) {
        return must(column(heading, Contents.WORDS, width, note).in(ColumnPart.TITLE), Contents.WORDS);
    }

    /** 名称. */
    default String title(int width, String note) {
        return title("名称", width, note);
    }

    /** 文号. */
    default @Nullable String documentNumber(int width, String note) {
        return maybe("文号", Contents.WORDS, width, note);
    }

    /** 施行日, 失效日; the first day may not be known. */
    default EffectivePeriod inForce(String noteOnFirst, String noteOnLast) {
        return period(day(IN_FORCE_FROM, noteOnFirst), day(IN_FORCE_TO, noteOnLast));
    }

    /** 施行日, 失效日. */
    default EffectivePeriod mustBeInForce(String noteOnFirst, String noteOnLast) {
        return period(day(IN_FORCE_FROM, noteOnFirst).must(), day(IN_FORCE_TO, noteOnLast));
    }

    private static ColumnTemplate day(String heading, String note) {
        return column(heading, Contents.DAY, DAY_WIDTH, note);
    }

    /** 已核实. */
    default boolean verified(String note) {
        return must(column("已核实", Choices.YES_NO, 9, note).in(ColumnPart.SOURCE), Choices.YES_NO);
    }

    /** 最后核对. */
    default @Nullable LocalDate checkedOn() {
        return one(day("最后核对", "最后一次核对的日期,yyyy-MM-dd。").in(ColumnPart.SOURCE), Contents.DAY);
    }

    /** 核对出处. */
    default @Nullable String checkedIn() {
        return one(
                column("核对出处", Contents.WORDS, 34, "在哪里读到原文:汇编名称或网页地址。不写个人,不写本机路径。")
                        .in(ColumnPart.SOURCE),
                Contents.WORDS);
    }
}
