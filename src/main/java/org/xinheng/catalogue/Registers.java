package org.xinheng.catalogue;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.xinheng.law.LegalBasis;

/**
 * All registers of one release, by code, in the order of the sheets.
 *
 * @param procedures time limits and procedures
 */
public record Registers(
        Map<String, LegalBasis> legalBases,
        Map<String, ListKind> listKinds,
        Map<String, Ground> grounds,
        Map<String, Edition> editions,
        Map<String, MeasureItem> measureItems,
        Map<String, Measure> measures,
        Map<String, Memorandum> memoranda,
        Map<String, DepartmentKind> departmentKinds,
        Map<String, Department> departments,
        Map<String, Matter> matters,
        Map<String, MatterItem> matterItems,
        Map<String, Region> regions,
        List<RegisterText> texts,
        Procedures procedures) {
    /** The region and all regions below it; the code alone where the register does not know it. */
    public Set<String> regionAndBelow(String code) {
        Set<String> below = new LinkedHashSet<>(Set.of(code));
        int before = 0;
        while (below.size() > before) {
            before = below.size();
            regions.values().stream()
                    .filter(region -> region.parent() != null && below.contains(region.parent()))
                    .map(Region::code)
                    .toList()
                    .forEach(below::add);
        }
        return below;
    }

    /** The ground of a list that stands for an outcome of a commitment. */
    public Optional<Ground> groundOf(String listKind, CommitmentOutcome outcome) {
        return grounds.values().stream()
                .filter(ground -> ground.listKind().equals(listKind) && ground.outcome() == outcome)
                .findFirst();
    }

    /** The region and all regions above it, nearest first; empty for an unknown code. */
    public List<String> regionAndAbove(String code) {
        var chain = new java.util.ArrayList<String>();
        var region = regions.get(code);
        while (region != null && !chain.contains(region.code())) {
            chain.add(region.code());
            region = region.parent() == null ? null : regions.get(region.parent());
        }
        return List.copyOf(chain);
    }
}
