package org.xinheng.catalogue.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.xinheng.catalogue.Matter;
import org.xinheng.catalogue.register.RegisterSheets;
import org.xinheng.kernel.EffectivePeriod;
import org.xinheng.law.Effect;
import org.xinheng.law.InstrumentLevel;
import org.xinheng.law.LegalBasis;
import org.xinheng.law.TermLength;

class EntryFillingTest {
    /** Some columns of a legal basis. */
    record BasisEntry(
            String level, Effect ceiling, String least, String longest, LocalDate inForceFrom, boolean verified) {}

    /** A matter with what is no column of it. */
    record MatterWithItems(String code, List<String> agencyKinds, List<String> items) {}

    /** A region with a component that nothing fills. */
    record RegionWithMayor(String code, String mayor) {}

    @Test
    void terms_and_levels_are_written_as_the_table_writes_them_and_a_period_has_two_ends() {
        LocalDate first = LocalDate.of(2015, 3, 1);
        var basis = new LegalBasis(
                "ZFCGF-77",
                InstrumentLevel.LAW,
                "政府采购法",
                null,
                "第七十七条",
                null,
                Effect.PROHIBIT,
                TermLength.parse("1 years").orElseThrow(),
                null,
                new EffectivePeriod(first, null),
                true,
                null,
                null,
                null);
        assertThat(new EntryFilling<>(RegisterSheets.LEGAL_BASES, BasisEntry.class).all(List.of(basis)))
                .containsExactly(new BasisEntry("法律", Effect.PROHIBIT, "1 years", null, first, true));
    }

    @Test
    void sets_of_codes_are_sorted_and_what_is_no_column_is_given() {
        var matter = new Matter("M", "事项", new LinkedHashSet<>(List.of("TAX", "FINANCE")), null, null);
        assertThat(new EntryFilling<>(
                                RegisterSheets.MATTERS, MatterWithItems.class, Map.of("items", any -> List.of("FOOD")))
                        .all(List.of(matter)))
                .containsExactly(new MatterWithItems("M", List.of("FINANCE", "TAX"), List.of("FOOD")));
    }

    @Test
    void a_component_that_nothing_fills_is_refused_before_any_entry_is_made() {
        assertThatThrownBy(() -> new EntryFilling<>(RegisterSheets.REGIONS, RegionWithMayor.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("mayor");
    }
}
