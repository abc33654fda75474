package org.xinheng.casereport.service;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.xinheng.caller.Caller;
import org.xinheng.caller.Role;
import org.xinheng.casereport.ReportMonth;
import org.xinheng.catalogue.Department;
import org.xinheng.catalogue.Registers;

/** Whose cases a caller makes, reads and reviews: an agency its own, the credit office those of its region and below. */
@ApplicationScoped
class CaseAccess {
    /** The agencies; empty for an auditor, who reads all. */
    Set<String> agencies(Caller caller, Registers registers) {
        if (caller.is(Role.AUDITOR)) {
            return Set.of();
        }
        Department own = registers.departments().get(caller.department());
        if (!caller.is(Role.CREDIT_OFFICE) || own == null) {
            return Set.of(caller.department());
        }
        Set<String> regions = registers.regionAndBelow(own.region());
        return registers.departments().values().stream()
                .filter(department -> regions.contains(department.region()))
                .map(Department::code)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** A month by the targets of the caller's region. */
    ReportMonth month(Caller caller, YearMonth month, Registers registers) {
        Department own = registers.departments().get(caller.department());
        return ReportMonth.of(
                month, registers.procedures(), own == null ? List.of() : registers.regionAndAbove(own.region()));
    }
}
