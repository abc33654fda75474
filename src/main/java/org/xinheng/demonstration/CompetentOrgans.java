package org.xinheng.demonstration;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xinheng.catalogue.Department;
import org.xinheng.catalogue.ListKind;
import org.xinheng.catalogue.Registers;

/**
 * Which department enters a listing: one that may determine the kind, of the kind that administers the cited statute
 * where several may, and of the subject's own city where there is one.
 */
final class CompetentOrgans {
    /** Kind of department that administers a statute, by the initials with which its articles are coded. */
    private static final Map<String, String> BY_STATUTE = Map.ofEntries(
            Map.entry("SPAQF", "MARKET_REGULATION"),
            Map.entry("GGF", "MARKET_REGULATION"),
            Map.entry("GSF", "MARKET_REGULATION"),
            Map.entry("SCZTDJTL", "MARKET_REGULATION"),
            Map.entry("YPGLF", "DRUG_REGULATION"),
            Map.entry("YMGLF", "DRUG_REGULATION"),
            Map.entry("AQSCF", "EMERGENCY_MANAGEMENT"),
            Map.entry("ZQF", "SECURITIES"),
            Map.entry("BXF", "FINANCIAL_REGULATION"),
            Map.entry("KJF", "FINANCE"),
            Map.entry("ZCKJSF", "FINANCE"),
            Map.entry("ZCPGF", "FINANCE"),
            Map.entry("ZFCGTL", "FINANCE"),
            Map.entry("ZBTBF", "DEVELOPMENT_REFORM"),
            Map.entry("ZBTBTL", "DEVELOPMENT_REFORM"),
            Map.entry("LYF", "CULTURE_TOURISM"),
            Map.entry("DYCYCJF", "CULTURE_TOURISM"),
            Map.entry("YSF", "HEALTH"),
            Map.entry("LSF", "JUSTICE"),
            Map.entry("JSF", "EDUCATION"),
            Map.entry("PMF", "COMMERCE"),
            Map.entry("QYGYZCF", "STATE_ASSETS"),
            Map.entry("ZZF", "AGRICULTURE"),
            Map.entry("HGF", "CUSTOMS"),
            Map.entry("ZRKXJJTL", "SCIENCE_TECHNOLOGY"),
            Map.entry("KJJBF", "SCIENCE_TECHNOLOGY"),
            Map.entry("CSF", "CIVIL_AFFAIRS"),
            Map.entry("SSZGF", "TAX"),
            Map.entry("FDXZPF", "PUBLIC_SECURITY"),
            Map.entry("BYF", "GOVERNMENT"),
            Map.entry("CJRJF", "COURT"),
            Map.entry("MSSSF", "COURT"));

    private final Registers registers;
    private final Map<String, List<Department>> byKind = new HashMap<>();

    CompetentOrgans(Registers registers) {
        this.registers = registers;
    }

    /** The departments that may determine entries of this kind, by code. */
    List<Department> mayDetermine(ListKind kind) {
        return byKind.computeIfAbsent(kind.code(), code -> find(kind));
    }

    private List<Department> find(ListKind kind) {
        return registers.departments().values().stream()
                .filter(department -> kind.authorityKinds().contains(department.kind()))
                .sorted(Comparator.comparing(Department::code))
                .toList();
    }

    /**
     * The department that enters a listing.
     *
     * @param region where the subject is registered, null for a person
     */
    Department of(ListKind kind, Collection<String> citedBases, @Nullable String region, Chance chance) {
        List<Department> may = mayDetermine(kind);
        List<Department> competent = may.stream()
                .filter(department -> citedBases.stream()
                        .map(code -> BY_STATUTE.get(statute(code)))
                        .anyMatch(department.kind()::equals))
                .toList();
        List<Department> fit = competent.isEmpty() ? may : competent;
        List<Department> near = inReach(fit, region == null ? SyntheticOrganisations.HOME : region);
        List<Department> home = near.isEmpty() ? inReach(fit, SyntheticOrganisations.HOME) : near;
        return chance.oneOf(home.isEmpty() ? fit : home);
    }

    private static String statute(String basis) {
        int dash = basis.indexOf('-');
        return dash < 0 ? basis : basis.substring(0, dash);
    }

    private List<Department> inReach(List<Department> departments, String region) {
        List<String> around = registers.regionAndAbove(region);
        return departments.stream()
                .filter(department -> around.contains(department.region()))
                .toList();
    }

    /** The region of an entry: the subject's where the department reaches it, else the department's. */
    String regionOf(Department department, @Nullable String region) {
        return region != null && registers.regionAndAbove(region).contains(department.region())
                ? region
                : department.region();
    }
}
