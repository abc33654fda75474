package org.xinheng.feed.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.UnaryOperator;
import org.xinheng.feed.FeedSheets.SheetCell;
import org.xinheng.kernel.Fault;

/** How the cells of a row become the JSON that could have been posted. */
interface RowShape {
    /** Begins the pointer of a fault that is about a column of the file. */
    String COLUMN = "column:";

    /** How many cells a row has. */
    int size();

    /** A row; there are as many cells as {@link #size()}. */
    Reading read(List<SheetCell> cells);

    /**
     * A row as JSON.
     *
     * @param faults what is wrong with single cells; their pointers begin with {@link #COLUMN}
     * @param columnOf the column that a pointer into the body came from, as far as it leads
     */
    record Reading(ObjectNode body, List<Fault> faults, UnaryOperator<String> columnOf) {
        /** The column that a fault is about. */
        String column(String pointer) {
            return pointer.startsWith(COLUMN) ? pointer.substring(COLUMN.length()) : columnOf.apply(pointer);
        }
    }
}
