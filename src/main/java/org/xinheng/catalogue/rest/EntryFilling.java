package org.xinheng.catalogue.rest;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.xinheng.catalogue.register.Sheet;

/**
 * Makes an entry of the contract of an entry of a register: each component is the column of that name.
 *
 * @param <T> the entry of the register
 * @param <E> the entry of the contract
 */
final class EntryFilling<T extends Record, E> {
    private final List<Function<T, @Nullable Object>> components;
    private final Constructor<E> constructor;

    /**
     * What fills these entries.
     *
     * @param more components that are no column
     * @throws IllegalArgumentException where a component is neither
     */
    EntryFilling(Sheet<T> sheet, Class<E> type, Map<String, Function<T, @Nullable Object>> more) {
        List<RecordComponent> all = List.of(type.getRecordComponents());
        this.components =
                all.stream().map(component -> filling(sheet, component, more)).toList();
        try {
            this.constructor = type.getDeclaredConstructor(
                    all.stream().map(RecordComponent::getType).toArray(Class<?>[]::new));
        } catch (NoSuchMethodException impossible) {
            throw new IllegalStateException(type.getName(), impossible);
        }
    }

    /** What fills these entries, of which every component is a column. */
    EntryFilling(Sheet<T> sheet, Class<E> type) {
        this(sheet, type, Map.of());
    }

    /** The entries. */
    List<E> all(List<T> entries) {
        return entries.stream().map(this::of).toList();
    }

    private E of(T entry) {
        Stream<@Nullable Object> values = components.stream().map(component -> component.apply(entry));
        try {
            return constructor.newInstance(values.toArray());
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(constructor.toString(), impossible);
        }
    }

    private static <T extends Record> Function<T, @Nullable Object> filling(
            Sheet<T> sheet, RecordComponent component, Map<String, Function<T, @Nullable Object>> more) {
        Function<T, @Nullable Object> given = more.get(component.getName());
        if (given != null) {
            return given;
        }
        Sheet.Field<T> field = sheet.field(component.getName())
                .orElseThrow(() -> new IllegalArgumentException(
                        "sheet " + sheet.name() + " has no column that fills " + component));
        return component.getType() == String.class ? field::text : entry -> inOrder(field.value(entry));
    }

    /** Codes of a set stand in their alphabetical order. */
    private static @Nullable Object inOrder(@Nullable Object value) {
        return value instanceof Set<?> set ? set.stream().sorted().toList() : value;
    }
}
