package org.xinheng.task;

import java.time.LocalDate;
import org.xinheng.catalogue.TaskTerm;
import org.xinheng.catalogue.WorkingDays;

/**
 * By when an agency is to act; all days are the last ones in time.
 *
 * @param term code of the register 协同期限
 * @param escalateAfter after this day what is still open is the credit office's
 */
public record TaskDeadline(String term, LocalDate acknowledgeBy, LocalDate reportBy, LocalDate escalateAfter) {
    /** The deadline of a task made on a day. */
    public static TaskDeadline of(TaskTerm term, WorkingDays calendar, LocalDate madeOn) {
        LocalDate reportBy = calendar.after(madeOn, term.reportWithin());
        return new TaskDeadline(
                term.code(),
                calendar.after(madeOn, term.acknowledgeWithin()),
                reportBy,
                calendar.after(reportBy, term.escalateAfter()));
    }
}
