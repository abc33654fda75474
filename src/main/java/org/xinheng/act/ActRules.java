package org.xinheng.act;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.xinheng.catalogue.Department;
import org.xinheng.catalogue.Registers;
import org.xinheng.kernel.ErrorCode;
import org.xinheng.kernel.Fault;
import org.xinheng.kernel.SubjectType;

/** What an act must be before it is taken (双公示数据合规). Finds every fault, not the first. */
public final class ActRules {
    private ActRules() {}

    /** Everything that speaks against an act handed in by a department on a day. */
    public static List<Fault> faultsOf(ActDraft act, Registers registers, Department department, LocalDate today) {
        List<Fault> faults = new ArrayList<>();
        boolean person = act.subject().type() == SubjectType.PERSON;
        faults.addAll(act.subject().faults("/subject", today));
        if (act.subject().name() == null) {
            faults.add(Fault.at("/subject/name", ErrorCode.FIELD_MISSING, "name"));
        }
        if (person && act.kind() == ActKind.PENALTY && act.simpleProcedure()) {
            faults.add(Fault.at("/simpleProcedure", ErrorCode.ACT_NOT_TO_BE_SHARED));
        }
        if (act.decidedOn().isAfter(today)) {
            faults.add(Fault.at("/decidedOn", ErrorCode.ACT_DATES, "decidedOn", today.toString()));
        }
        later("/validUntil", act.validUntil(), act.validFrom() == null ? act.decidedOn() : act.validFrom(), faults);
        later("/publicUntil", act.publicUntil(), act.decidedOn(), faults);
        String region = act.region() == null ? department.region() : act.region();
        if (!registers.regions().containsKey(region)) {
            faults.add(Fault.at("/region", ErrorCode.CODE_UNKNOWN, region, "regions"));
        } else if (!registers.regionAndAbove(region).contains(department.region())) {
            faults.add(Fault.at("/region", ErrorCode.ACT_NOT_YOURS, region));
        }
        return faults;
    }

    private static void later(
            String pointer, @org.jspecify.annotations.Nullable LocalDate day, LocalDate first, List<Fault> faults) {
        if (day != null && day.isBefore(first)) {
            faults.add(Fault.at(pointer, ErrorCode.ACT_DATES, pointer.substring(1), first.toString()));
        }
    }
}
