package org.xinheng.feed;

import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.xinheng.act.ActDraft;
import org.xinheng.kernel.Fault;
import org.xinheng.listing.ListingDraft;
import org.xinheng.listing.RemovalDraft;

/**
 * A row as it was read: one of entry, removal and act, or none where it could not be read.
 *
 * @param line line of the file on which it begins; the heading, where there is one, is line 1
 * @param columnOf names the column from which a pointer into the row came, empty for the row as a whole
 */
public record ReadRow(
        int line,
        @Nullable ListingDraft entry,
        @Nullable RemovalDraft removal,
        @Nullable ActDraft act,
        List<Fault> faults,
        UnaryOperator<String> columnOf) {
    /** A row that enters somebody. */
    public static ReadRow entry(int line, ListingDraft draft, UnaryOperator<String> columnOf) {
        return new ReadRow(line, draft, null, null, List.of(), columnOf);
    }

    /** A row that could not be read. */
    public static ReadRow broken(int line, List<Fault> faults, UnaryOperator<String> columnOf) {
        return new ReadRow(line, null, null, null, List.copyOf(faults), columnOf);
    }

    /** A row of which nothing can be told but what is wrong with it as a whole. */
    public static ReadRow broken(int line, Fault fault) {
        return broken(line, List.of(fault), pointer -> "");
    }
}
