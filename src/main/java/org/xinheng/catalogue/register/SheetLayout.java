package org.xinheng.catalogue.register;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.xinheng.catalogue.register.Sheet.Field;
import org.xinheng.catalogue.table.SourceRow;
import org.xinheng.kernel.EffectivePeriod;

/** An example row that remembers which columns were asked for, in which order. */
final class SheetLayout<T extends Record> implements Cells {
    private final String name;
    /** The columns of each component in its turn. */
    private final List<Function<RecordComponent, List<Field<T>>>> asked = new ArrayList<>();

    private final List<Sheet.DayOrder> dayOrders = new ArrayList<>();

    SheetLayout(String name) {
        this.name = name;
    }

    @Override
    public <V> List<V> values(ColumnTemplate column, Content<V> content) {
        asked.add(component -> List.of(new Field<>(component.getName(), column, entry -> value(component, entry))));
        return column.required() ? List.of(content.value(content.example())) : List.of();
    }

    @Override
    public SourceRow source() {
        asked.add(component -> List.of());
        return new SourceRow("", name, 1);
    }

    @Override
    public EffectivePeriod period(ColumnTemplate first, ColumnTemplate last) {
        asked.add(component -> List.of(
                new Field<>(component.getName() + "From", first, entry -> day(component, entry, EffectivePeriod::from)),
                new Field<>(component.getName() + "To", last, entry -> day(component, entry, EffectivePeriod::to))));
        dayOrders.add(new Sheet.DayOrder(first.heading(), last.heading()));
        return EffectivePeriod.ALWAYS;
    }

    /** The columns with the components they fill; every component has one. */
    List<Field<T>> fields(T example) {
        RecordComponent[] components = example.getClass().getRecordComponents();
        if (asked.size() != components.length) {
            throw new IllegalStateException(
                    name + " fills " + asked.size() + " components of a record that has " + components.length);
        }
        var fields = new ArrayList<Field<T>>();
        for (int at = 0; at < components.length; at++) {
            fields.addAll(asked.get(at).apply(components[at]));
        }
        return List.copyOf(fields);
    }

    List<Sheet.DayOrder> dayOrders() {
        return List.copyOf(dayOrders);
    }

    private @Nullable Object day(RecordComponent component, T entry, Function<EffectivePeriod, @Nullable Object> end) {
        return value(component, entry) instanceof EffectivePeriod period ? end.apply(period) : null;
    }

    private @Nullable Object value(RecordComponent component, T entry) {
        try {
            return component.getAccessor().invoke(entry);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(component.toString(), impossible);
        }
    }
}
