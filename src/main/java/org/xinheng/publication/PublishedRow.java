package org.xinheng.publication;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.xinheng.catalogue.Edition;
import org.xinheng.catalogue.MeasureItem;
import org.xinheng.catalogue.MeasureRule;
import org.xinheng.catalogue.Registers;
import org.xinheng.law.LegalBasis;

/**
 * A row of the decision tables as everybody may read it (措施清单: 惩戒对象、措施、依据、实施单位).
 *
 * @param bases the articles it cites that are in force on the day, never empty
 * @param agencyKinds department kinds that carry it out: those that the row names, or else those that handle its matters
 */
public record PublishedRow(MeasureRule rule, List<LegalBasis> bases, Set<String> agencyKinds) {
    public PublishedRow {
        bases = List.copyOf(bases);
        agencyKinds = Set.copyOf(agencyKinds);
    }

    /**
     * The row on a day: empty where the day lies outside its validity, none of its articles is in force, or the edition of
     * the measure list that it goes by is not.
     */
    public static Optional<PublishedRow> on(LocalDate day, MeasureRule rule, Registers registers) {
        List<LegalBasis> bases = rule.legalBases().stream()
                .map(code -> registers.legalBases().get(code))
                .filter(Objects::nonNull)
                .filter(basis -> basis.inForce().includes(day))
                .toList();
        return rule.validity().includes(day) && !bases.isEmpty() && onTheList(day, rule, registers)
                ? Optional.of(new PublishedRow(rule, bases, agencyKinds(rule, registers)))
                : Optional.empty();
    }

    private static boolean onTheList(LocalDate day, MeasureRule rule, Registers registers) {
        String code = rule.measureItem();
        if (code == null || code.equals(MeasureItem.STATUTORY_OUTSIDE_LIST)) {
            return true;
        }
        MeasureItem item = registers.measureItems().get(code);
        Edition edition = item == null ? null : registers.editions().get(item.edition());
        return edition != null && edition.inForce().includes(day);
    }

    private static Set<String> agencyKinds(MeasureRule rule, Registers registers) {
        if (!rule.agencyKinds().isEmpty()) {
            return rule.agencyKinds();
        }
        Set<String> kinds = new TreeSet<>();
        registers.matters().values().stream()
                .filter(matter -> rule.matters().isEmpty() || rule.matters().contains(matter.code()))
                .forEach(matter -> kinds.addAll(matter.agencyKinds()));
        return kinds;
    }
}
