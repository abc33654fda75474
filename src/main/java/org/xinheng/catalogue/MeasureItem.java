package org.xinheng.catalogue;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One item of an edition of the measure list (清单条目).
 *
 * @param measureClass 1 takes rights or adds duties, 2 management, 3 other organisations' own choice (advice only)
 */
public record MeasureItem(
        String code,
        String edition,
        int measureClass,
        int number,
        String title,
        boolean verified,
        @Nullable LocalDate checkedOn,
        @Nullable String checkedIn) {
    /** Stands in a row whose article itself orders a measure that the list does not have (domain §1.6). */
    public static final String STATUTORY_OUTSIDE_LIST = "STATUTORY_OUTSIDE_LIST";
}
