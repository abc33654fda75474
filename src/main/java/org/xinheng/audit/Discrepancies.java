package org.xinheng.audit;

import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong: the count of it, and the first few in the order of the log. */
final class Discrepancies {
    private static final int STORED_MAX = 20;

    private final TreeSet<Discrepancy> first = new TreeSet<>();
    private long count;

    void add(@Nullable Long position, String entry, String what) {
        count++;
        first.add(new Discrepancy(position, entry, what));
        if (first.size() > STORED_MAX) {
            first.pollLast();
        }
    }

    long count() {
        return count;
    }

    List<Discrepancy> first() {
        return List.copyOf(first);
    }
}
