package org.xinheng.sql.store;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The conditions of one search with their parameters; one whose value is null is left out. */
public final class Conditions {
    private final StringBuilder text;
    private final Map<String, Object> parameters = new HashMap<>();

    /** @param text what the conditions are added to; it ends with a condition */
    public Conditions(String text) {
        this.text = new StringBuilder(text);
    }

    /** Adds a condition that names one parameter, unless its value is null. */
    public Conditions and(String condition, String name, @Nullable Object value) {
        return value == null ? this : and(condition).with(name, value);
    }

    /** Adds a condition. */
    public Conditions and(String condition) {
        return then(" and " + condition);
    }

    /** Adds text that is no condition. */
    public Conditions then(String further) {
        text.append(further);
        return this;
    }

    /** Gives a parameter its value. */
    public Conditions with(String name, Object value) {
        parameters.put(name, value);
        return this;
    }

    /** The values of the parameters by their names. */
    public Map<String, Object> parameters() {
        return parameters;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
