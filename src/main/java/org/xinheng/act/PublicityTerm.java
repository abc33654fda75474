package org.xinheng.act;

import java.time.LocalDate;
import org.xinheng.catalogue.WorkingDays;

/**
 * How soon an act must be on the platform (双公示时限): seven working days from its decision (国发〔2016〕33号第十七项).
 *
 * @param dueOn last day in time
 * @param calendarKnown whether the working days were announced
 */
public record PublicityTerm(LocalDate dueOn, boolean calendarKnown) {
    /** The term of an act decided on a day, of so many working days. */
    public static PublicityTerm of(LocalDate decidedOn, int workingDays, WorkingDays calendar) {
        LocalDate due = calendar.after(decidedOn, workingDays);
        return new PublicityTerm(due, calendar.announced(decidedOn) && calendar.announced(due));
    }
}
