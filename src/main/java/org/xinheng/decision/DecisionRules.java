package org.xinheng.decision;

import static org.xinheng.kernel.ErrorCode.AS_OF_REASON_REQUIRED;
import static org.xinheng.kernel.ErrorCode.AS_OF_TOO_FAR;
import static org.xinheng.kernel.ErrorCode.CODE_UNKNOWN;
import static org.xinheng.kernel.ErrorCode.MATTER_NOT_HANDLED;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xinheng.catalogue.Department;
import org.xinheng.catalogue.Matter;
import org.xinheng.catalogue.MatterItem;
import org.xinheng.catalogue.Registers;
import org.xinheng.kernel.Fault;
import org.xinheng.kernel.Identifier;

/** What is asked of a request before it is decided: known codes, a matter of the caller's, a day that can be told. */
public final class DecisionRules {
    /** How far ahead of today a decision may look, in years (design §6.2). */
    public static final int YEARS_AHEAD_MAX = 5;

    private DecisionRules() {}

    /** Everything that speaks against deciding, empty when it may be decided. */
    public static List<Fault> faultsOf(
            DecisionRequest request, Registers registers, Department department, LocalDate today) {
        List<Fault> faults = new ArrayList<>();
        Matter matter = registers.matters().get(request.matter());
        if (matter == null) {
            faults.add(Fault.at("/matter", CODE_UNKNOWN, request.matter(), "matters"));
        } else if (!matter.agencyKinds().contains(department.kind())) {
            faults.add(Fault.at("/matter", MATTER_NOT_HANDLED, matter.code(), department.code(), department.kind()));
        }
        if (!registers.regions().containsKey(request.region())) {
            faults.add(Fault.at("/region", CODE_UNKNOWN, request.region(), "regions"));
        }
        judgeItem(faults, registers, "/matterItem/sector", request.facts().sector(), MatterItem.Kind.SECTOR);
        judgeItem(faults, registers, "/matterItem/item", request.facts().item(), MatterItem.Kind.ITEM);
        judgeDay(faults, request, today);
        judgeBirth(faults, request.identifier(), "/subject/identifier", today);
        judgeBirth(faults, request.principal(), "/subject/principal/identifier", today);
        return faults;
    }

    private static void judgeItem(
            List<Fault> faults, Registers registers, String pointer, @Nullable String code, MatterItem.Kind kind) {
        MatterItem known = code == null ? null : registers.matterItems().get(code);
        if (code != null && (known == null || known.kind() != kind)) {
            faults.add(Fault.at(pointer, CODE_UNKNOWN, code, "matters"));
        }
    }

    private static void judgeBirth(
            List<Fault> faults, @Nullable Identifier identifier, String pointer, LocalDate today) {
        Fault unborn = identifier == null ? null : identifier.bornAfter(today, pointer);
        if (unborn != null) {
            faults.add(unborn);
        }
    }

    private static void judgeDay(List<Fault> faults, DecisionRequest request, LocalDate today) {
        LocalDate asOf = request.asOf();
        if (asOf == null) {
            return;
        }
        LocalDate latest = today.plusYears(YEARS_AHEAD_MAX);
        if (asOf.isAfter(latest)) {
            faults.add(Fault.at("/asOf", AS_OF_TOO_FAR, asOf.toString(), latest.toString()));
        }
        String reason = request.asOfReason();
        if (asOf.isBefore(today) && (reason == null || reason.isBlank())) {
            faults.add(Fault.at("/asOfReason", AS_OF_REASON_REQUIRED, asOf.toString()));
        }
    }
}
