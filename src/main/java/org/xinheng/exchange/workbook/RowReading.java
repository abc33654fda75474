package org.xinheng.exchange.workbook;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.xinheng.catalogue.register.Cells;
import org.xinheng.catalogue.register.ColumnTemplate;
import org.xinheng.catalogue.register.Content;
import org.xinheng.catalogue.table.SourceRow;
import org.xinheng.kernel.EffectivePeriod;

/**
 * One row of data with its values as they were understood.
 *
 * @param values the parts of each filled cell by heading: several where codes are joined, one otherwise
 * @param broken headings of cells that could not be understood
 */
record RowReading(SourceRow source, Map<String, List<String>> values, Set<String> broken) implements Cells {
    @Override
    public <V> List<V> values(ColumnTemplate column, Content<V> content) {
        return list(column.heading()).stream().map(content::value).toList();
    }

    /** The value under a heading, null when blank. */
    @Nullable
    String text(String heading) {
        List<String> parts = values.get(heading);
        return parts == null ? null : String.join(ColumnTemplate.SEPARATOR, parts);
    }

    /** The value under a heading that may not be blank; the row was checked before. */
    String must(String heading) {
        String text = text(heading);
        if (text == null) {
            throw new IllegalStateException("a row without " + heading + " is not built");
        }
        return text;
    }

    List<String> list(String heading) {
        return values.getOrDefault(heading, List.of());
    }

    Set<String> set(String heading) {
        return Collections.unmodifiableSet(new LinkedHashSet<>(list(heading)));
    }

    <E extends Enum<E>> Set<E> words(String heading, Class<E> type) {
        return list(heading).stream()
                .map(word -> Enum.valueOf(type, word))
                .collect(Collectors.collectingAndThen(
                        Collectors.toCollection(LinkedHashSet::new), Collections::unmodifiableSet));
    }

    <T> @Nullable T maybe(String heading, Function<String, T> read) {
        String text = text(heading);
        return text == null ? null : read.apply(text);
    }

    @Nullable
    LocalDate day(String heading) {
        return maybe(heading, LocalDate::parse);
    }

    @Nullable
    Boolean yesOrNo(String heading) {
        return maybe(heading, "YES"::equals);
    }

    /** From and to; the order was checked before. */
    EffectivePeriod period(String from, String to) {
        return new EffectivePeriod(day(from), day(to));
    }
}
