package org.xinheng.catalogue;

import org.jspecify.annotations.Nullable;

/**
 * 协同期限: how soon an agency acknowledges a task and reports what it did, in working days after the task was made. The
 * nearest region of the agency that has a row counts; where none has, no limit is known and none is invented.
 *
 * @param escalateAfter working days after the report was due, when the credit office is told
 * @param source the text that sets the limit, or who sets it where none does
 */
public record TaskTerm(
        String code,
        String region,
        TaskKind kind,
        int acknowledgeWithin,
        int reportWithin,
        int escalateAfter,
        String source,
        boolean verified,
        @Nullable String checkedIn) {}
