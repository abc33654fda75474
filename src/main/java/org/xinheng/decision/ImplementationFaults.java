package org.xinheng.decision;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xinheng.kernel.ErrorCode;
import org.xinheng.kernel.Fault;

/** What is asked of every line that reports what became of a measure. */
public final class ImplementationFaults {
    private ImplementationFaults() {}

    /**
     * Adds a fault where nothing was done and no reason is given, and where the day is still to come.
     *
     * @param pointer of the line in the body
     * @param today day on which it is reported, Asia/Shanghai
     */
    public static void add(
            List<Fault> faults,
            String pointer,
            Enum<?> result,
            boolean reasonMissing,
            @Nullable LocalDate implementedOn,
            LocalDate today) {
        if (reasonMissing) {
            faults.add(Fault.at(pointer + "/reason", ErrorCode.FEEDBACK_REASON_REQUIRED, result.name()));
        }
        if (implementedOn != null && implementedOn.isAfter(today)) {
            faults.add(Fault.at(pointer + "/implementedOn", ErrorCode.FIELD_RANGE, "≤ " + today));
        }
    }
}
