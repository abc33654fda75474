package org.xinheng.feed;

import java.util.function.Consumer;
import org.xinheng.kernel.Refusal;

/** Port: reads a file row by row, never more of it than a few rows at a time. */
public interface FeedRowReader {
    /**
     * Reads all rows in their order.
     *
     * @throws Refusal where the file as a whole cannot be read, or cannot be read on: MALFORMED_CSV, FIELD_UNKNOWN,
     *     COLUMN_DOUBLED, FILE_UNREADABLE, BATCH_ROWS
     */
    void read(FeedOrder order, FeedFile file, Consumer<ReadRow> to);
}
