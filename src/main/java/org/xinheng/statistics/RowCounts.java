package org.xinheng.statistics;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Port: how often rows fired, in decisions that can be searched. */
@FunctionalInterface
public interface RowCounts {
    /** Each row that fired, in decisions of a release and a period. */
    List<RowCount> of(UUID release, @Nullable LocalDate from, @Nullable LocalDate to);
}
