package org.xinheng.catalogue.register;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.xinheng.catalogue.register.ColumnTemplate.ColumnPart;

/**
 * The declaration of a table: a row of its cells makes an entry. The entry is a record, made by its constructor of one
 * cell after the other, so that each column knows the component it fills.
 *
 * @param <T> what a row is
 * @param name in the workbook
 * @param reading calls the constructor of the record, with a cell for each argument
 * @param fields the columns in their order
 * @param key headings of the columns that together tell one row from another
 * @param dayOrders days that may not lie one after the other, in the order of the columns
 */
public record Sheet<T extends Record>(
        String name, Function<Cells, T> reading, List<Field<T>> fields, List<String> key, List<DayOrder> dayOrders) {
    /**
     * A column with the component that it fills.
     *
     * @param key name of the component; of a period, with {@code From} or {@code To}
     * @param accessor what the cell of an entry stands for; for several codes the collection of them
     */
    public record Field<T>(String key, ColumnTemplate column, Function<T, @Nullable Object> accessor) {
        /** What the cell of an entry stands for, null when it is blank. */
        public @Nullable Object value(T entry) {
            return accessor.apply(entry);
        }

        /** What the cell of an entry says, null when it is blank; several codes are joined. */
        @SuppressWarnings("unchecked") // the component is of the column's own content
        public @Nullable String text(T entry) {
            Object value = value(entry);
            Content<Object> content = (Content<Object>) column.content();
            if (value instanceof Collection<?> several) {
                return several.stream().map(content::text).collect(Collectors.joining(ColumnTemplate.SEPARATOR));
            }
            return value == null ? null : content.text(value);
        }
    }

    /** Headings of two columns of days of which the first may not lie after the second. */
    public record DayOrder(String first, String last) {}

    /** The sheet of this name, told from one another by the first column. */
    public static <T extends Record> Sheet<T> of(String name, Function<Cells, T> reading) {
        var layout = new SheetLayout<T>(name);
        List<Field<T>> fields = layout.fields(reading.apply(layout));
        return new Sheet<>(name, reading, fields, List.of(fields.get(0).column().heading()), layout.dayOrders());
    }

    /** The same sheet with other columns that together tell one row from another. */
    Sheet<T> keyedBy(String... headings) {
        return new Sheet<>(name, reading, fields, List.of(headings), dayOrders);
    }

    /** The same sheet, where the first day may not lie after the last. */
    public Sheet<T> ordered(String first, String last) {
        List<String> headings = columns().stream().map(ColumnTemplate::heading).toList();
        List<DayOrder> orders = Stream.concat(dayOrders.stream(), Stream.of(new DayOrder(first, last)))
                .sorted(Comparator.comparingInt(order -> headings.indexOf(order.first())))
                .toList();
        return new Sheet<>(name, reading, fields, key, orders);
    }

    /** The entry of a row without fault. */
    public T read(Cells row) {
        return reading.apply(row);
    }

    /** Its columns in their order. */
    public List<ColumnTemplate> columns() {
        return fields.stream().map(Field::column).toList();
    }

    /** The column that fills a component. */
    public Optional<Field<T>> field(String component) {
        return fields.stream().filter(field -> field.key().equals(component)).findFirst();
    }

    /** Headings of the columns that make the title of a code. */
    public List<String> titleHeadings() {
        return columns().stream()
                .filter(column -> column.part() == ColumnPart.TITLE)
                .map(ColumnTemplate::heading)
                .toList();
    }
}
