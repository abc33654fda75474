package org.xinheng.listing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xinheng.catalogue.Department;
import org.xinheng.catalogue.Ground;
import org.xinheng.catalogue.ListKind;
import org.xinheng.catalogue.Registers;
import org.xinheng.kernel.ErrorCode;
import org.xinheng.kernel.Fault;

/** What is asked of a prior notice: a list kind that the department may determine (R3), its ground, articles and a day. */
public final class PriorNoticeRules {
    private PriorNoticeRules() {}

    /** A notice as it is handed in. */
    public record Draft(
            String listKind,
            ListingDraft.Party subject,
            String region,
            @Nullable String ground,
            List<String> legalBases,
            String facts,
            LocalDate noticedOn) {}

    /** Everything that speaks against it, empty when it may be kept. */
    public static List<Fault> faultsOf(Draft draft, Registers registers, Department department, LocalDate today) {
        List<Fault> faults = new ArrayList<>();
        ListKind kind = registers.listKinds().get(draft.listKind());
        if (kind == null) {
            return List.of(Fault.at("/listKind", ErrorCode.CODE_UNKNOWN, draft.listKind(), "list-kinds"));
        }
        if (!registers.regions().containsKey(draft.region())) {
            faults.add(Fault.at("/region", ErrorCode.CODE_UNKNOWN, draft.region(), "regions"));
        } else if (!kind.authorityKinds().contains(department.kind())
                || !registers.regionAndAbove(draft.region()).contains(department.region())) {
            faults.add(Fault.at(
                    "/listKind", ErrorCode.LIST_KIND_NOT_YOURS, kind.code(), department.code(), draft.region()));
        }
        faults.addAll(draft.subject().faults("/subject", today));
        Ground ground = draft.ground() == null ? null : registers.grounds().get(draft.ground());
        if (draft.ground() != null && (ground == null || !ground.listKind().equals(kind.code()))) {
            faults.add(Fault.at("/ground", ErrorCode.GROUND_NOT_OF_LIST_KIND, draft.ground(), kind.code()));
        }
        for (int i = 0; i < draft.legalBases().size(); i++) {
            String code = draft.legalBases().get(i);
            if (!registers.legalBases().containsKey(code)) {
                faults.add(Fault.at("/legalBases/" + i, ErrorCode.CODE_UNKNOWN, code, "legal-bases"));
            }
        }
        if (draft.noticedOn().isAfter(today)) {
            faults.add(Fault.at("/noticedOn", ErrorCode.FIELD_RANGE, "≤ " + today));
        }
        return faults;
    }
}
