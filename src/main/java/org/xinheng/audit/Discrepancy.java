package org.xinheng.audit;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * Something that is not as it was written.
 *
 * @param position of the entry that is wrong, null where it has none, or where something stands in no entry
 * @param entry the entry in words, as far as it can be told
 * @param what what is wrong with it
 */
public record Discrepancy(@Nullable Long position, String entry, String what) implements Comparable<Discrepancy> {
    private static final Comparator<Discrepancy> ORDER = Comparator.comparing(
                    Discrepancy::position, Comparator.nullsLast(Comparator.<Long>naturalOrder()))
            .thenComparing(Discrepancy::entry)
            .thenComparing(Discrepancy::what);

    @Override
    public int compareTo(Discrepancy other) {
        return ORDER.compare(this, other);
    }

    /** One line for an operator. */
    public String line() {
        return (position == null ? "" : "position " + position + ": ") + entry + ": " + what;
    }
}
