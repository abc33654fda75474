package org.xinheng.listing;

import java.time.LocalDate;
import org.xinheng.catalogue.ListKind;
import org.xinheng.catalogue.ListScope;
import org.xinheng.catalogue.Registers;
import org.xinheng.law.LegalBasis;

/** Whether a list kind has legal force in a region on a day: some article that founds it is in force there (R2). */
public final class ListBasis {
    private ListBasis() {}

    /** Whether it has. */
    public static boolean inForce(ListKind kind, Registers registers, String region, LocalDate day) {
        return kind.legalBases().stream()
                .map(code -> registers.legalBases().get(code))
                .anyMatch(basis ->
                        basis != null && basis.inForce().includes(day) && founds(basis, kind, registers, region));
    }

    private static boolean founds(LegalBasis basis, ListKind kind, Registers registers, String region) {
        return switch (basis.level()) {
            case LAW, ADMINISTRATIVE_REGULATION, JUDICIAL_INTERPRETATION, CENTRAL_POLICY -> true;
            case DEPARTMENTAL_RULE -> kind.scope() == ListScope.NATIONAL;
            case LOCAL_REGULATION -> registers.regionAndAbove(region).contains(basis.region());
            case NORMATIVE_DOCUMENT -> false;
        };
    }
}
