package org.xinheng.contract;

import com.networknt.schema.ExecutionContext;
import com.networknt.schema.Format;
import java.time.DateTimeException;
import java.time.LocalDate;

/** The format {@code date}: {@code yyyy-MM-dd}, a day that the calendar has, years 0001 to 9999 (RFC 3339 full-date). */
final class CalendarDay implements Format {
    private static final int LENGTH = "yyyy-MM-dd".length();

    @Override
    public String getName() {
        return "date";
    }

    @Override
    public boolean matches(ExecutionContext context, String value) {
        if (value.length() != LENGTH || value.startsWith("0000") || value.startsWith("-")) {
            return false;
        }
        try {
            LocalDate.parse(value);
            return true;
        } catch (DateTimeException noSuchDay) {
            return false;
        }
    }
}
