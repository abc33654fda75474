package org.xinheng.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.xinheng.kernel.EffectivePeriod;
import org.xinheng.law.TermLength;

class ProceduresTest {
    private static final LocalDate CHANGE = LocalDate.parse("2026-04-01");
    private static final Procedures PROCEDURES = new Procedures(
            Map.of(),
            Map.of(
                    "YY-HB", new ObjectionTerm("YY-HB", "420000", 0, 7, null, "省规定", true, null),
                    "YY-YC", new ObjectionTerm("YY-YC", "420500", 0, 5, null, "市规定", true, null)),
            rules(
                    rule("OLD", Set.of(), Set.of(), true, "3 months", null, CHANGE.minusDays(1)),
                    rule("SERIOUS", Set.of(), Set.of(Gravity.SERIOUS), true, "1 years", CHANGE, null),
                    rule("FOOD", Set.of("SPYP"), Set.of(), false, null, CHANGE, null)),
            Map.of(),
            Map.of(),
            Map.of());

    @Test
    void the_nearest_region_with_a_limit_counts() {
        assertThat(PROCEDURES
                        .objectionTerm(List.of("420502", "420500", "420000", "100000"))
                        .map(ObjectionTerm::code))
                .contains("YY-YC");
        assertThat(PROCEDURES
                        .objectionTerm(List.of("420100", "420000", "100000"))
                        .map(ObjectionTerm::code))
                .contains("YY-HB");
        assertThat(PROCEDURES.objectionTerm(List.of("430000", "100000")))
                .as("no limit is known, and none is invented")
                .isEmpty();
    }

    @Test
    void the_order_in_force_on_the_day_sets_the_rule() {
        assertThat(codeOn("2026-03-31", "ZFCG", Gravity.SERIOUS)).isEqualTo("OLD");
        assertThat(codeOn("2026-04-01", "ZFCG", Gravity.SERIOUS)).isEqualTo("SERIOUS");
    }

    @Test
    void the_row_that_names_the_list_kind_goes_before_the_row_that_names_the_gravity() {
        assertThat(codeOn("2026-04-01", "SPYP", Gravity.SERIOUS)).isEqualTo("FOOD");
    }

    @Test
    void where_no_row_fits_there_is_no_rule() {
        assertThat(PROCEDURES.restorationRule(CHANGE, "ZFCG", null, Gravity.LIGHT))
                .isEmpty();
    }

    private static String codeOn(String day, String listKind, Gravity gravity) {
        return PROCEDURES
                .restorationRule(LocalDate.parse(day), listKind, null, gravity)
                .map(RestorationRule::code)
                .orElse("none");
    }

    private static RestorationRule rule(
            String code,
            Set<String> kinds,
            Set<Gravity> gravities,
            boolean restorable,
            String least,
            LocalDate from,
            LocalDate to) {
        return new RestorationRule(
                code,
                kinds,
                Set.of(),
                gravities,
                restorable,
                least == null ? null : TermLength.parse(least).orElseThrow(),
                null,
                CountedFrom.DOCUMENT_DATE,
                null,
                "条件",
                null,
                "依据",
                new EffectivePeriod(from, to),
                true,
                null,
                false,
                null);
    }

    private static Map<String, RestorationRule> rules(RestorationRule... rules) {
        Map<String, RestorationRule> byCode = new LinkedHashMap<>();
        for (RestorationRule rule : rules) {
            byCode.put(rule.code(), rule);
        }
        return byCode;
    }
}
