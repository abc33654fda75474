package org.xinheng.release.gate.check;

import java.util.List;
import java.util.Set;
import org.xinheng.catalogue.Ground;
import org.xinheng.catalogue.ListKind;
import org.xinheng.catalogue.ListScope;
import org.xinheng.catalogue.MeasureRule;
import org.xinheng.catalogue.Registers;
import org.xinheng.catalogue.TargetRole;
import org.xinheng.catalogue.table.RuleColumn;
import org.xinheng.kernel.SubjectType;

/** The conditions about the listing do not exclude each other. */
final class ListConflictCheck implements RowCheck {
    @Override
    public void check(CheckedRow row) {
        MeasureRule rule = row.rule();
        for (String code : rule.grounds()) {
            Ground ground = row.registers().grounds().get(code);
            if (ground != null && !rule.listKinds().contains(ground.listKind())) {
                row.neverMatches(
                        RuleColumn.GROUND,
                        code,
                        "事由属于名单 " + ground.listKind(),
                        "the ground belongs to list " + ground.listKind());
            }
        }
        boolean organisationsOnly = rule.subjectTypes().equals(Set.of(SubjectType.ORGANISATION));
        if (organisationsOnly && !rule.roles().contains(TargetRole.LISTED_SUBJECT)) {
            row.neverMatches(
                    RuleColumn.SUBJECT_TYPE,
                    CheckedRow.joined(rule.subjectTypes()),
                    "组织不会因责任人员角色被及于",
                    "an organisation is never reached in a person's role");
        }
        if (row.regionsSound() && localListsOnly(row) && regionsApart(rule, row.registers())) {
            row.neverMatches(
                    RuleColumn.LISTING_REGION,
                    CheckedRow.joined(rule.listingRegions()),
                    "本地名单只在本地区有效，与办理地区不在一处",
                    "a local list counts in its own region only, and the matter is elsewhere");
        }
    }

    /** A local list counts inside its own region alone (design §6.11). */
    private static boolean localListsOnly(CheckedRow row) {
        List<ListKind> kinds =
                CheckedRow.known(row.rule().listKinds(), row.registers().listKinds()::get);
        return !kinds.isEmpty()
                && kinds.size() == row.rule().listKinds().size()
                && kinds.stream().allMatch(kind -> kind.scope() == ListScope.LOCAL);
    }

    private static boolean regionsApart(MeasureRule rule, Registers registers) {
        return !rule.matterRegions().isEmpty()
                && !rule.listingRegions().isEmpty()
                && rule.matterRegions().stream()
                        .noneMatch(region -> rule.listingRegions().stream()
                                .anyMatch(listed -> registers
                                                .regionAndAbove(region)
                                                .contains(listed)
                                        || registers.regionAndAbove(listed).contains(region)));
    }
}
