package org.xinheng.cases;

import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A line of an answer, or what a case says of one: the fields that a case may name. An absent field of a wanted line may
 * be anything; a null one must be null.
 */
public record Line(Map<String, @Nullable Object> fields) {
    /** One of the cited articles, in a wanted line. */
    private static final String BASIS = "basis";

    /** All cited articles, in a told line. */
    private static final String BASES = "bases";

    /** A measure that applied. */
    static Line applied(
            String listKind,
            String effect,
            String measure,
            Collection<String> bases,
            @Nullable String until,
            String untilKind,
            boolean objectionOpen) {
        Map<String, @Nullable Object> fields = new TreeMap<>();
        fields.put("listKind", listKind);
        fields.put("effect", effect);
        fields.put("measure", measure);
        fields.put(BASES, bases);
        fields.put("until", until);
        fields.put("untilKind", untilKind);
        fields.put("objectionOpen", objectionOpen);
        return new Line(fields);
    }

    /** A measure that was held back. */
    static Line withheld(
            String listKind, String measure, Collection<String> bases, String reason, @Nullable String wanted) {
        Map<String, @Nullable Object> fields = new TreeMap<>();
        fields.put("listKind", listKind);
        fields.put("measure", measure);
        fields.put(BASES, bases);
        fields.put("reason", reason);
        fields.put("wanted", wanted);
        return new Line(fields);
    }

    /** Whether this wanted line says nothing that the told line denies. */
    boolean agreesWith(Line reported) {
        return fields.entrySet().stream().allMatch(field -> agrees(field.getKey(), field.getValue(), reported));
    }

    private static boolean agrees(String name, @Nullable Object wanted, Line reported) {
        if (name.equals(BASIS)) {
            return reported.fields.get(BASES) instanceof Collection<?> bases && bases.contains(wanted);
        }
        if (!reported.fields.containsKey(name)) {
            throw new IllegalArgumentException("no line has a field `" + name + "`");
        }
        return Objects.equals(wanted, reported.fields.get(name));
    }

    @Override
    public String toString() {
        return fields.toString();
    }
}
