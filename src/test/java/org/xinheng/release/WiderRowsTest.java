package org.xinheng.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.xinheng.catalogue.MeasureRule;
import org.xinheng.catalogue.MeasureTerm;
import org.xinheng.catalogue.SourceRow;
import org.xinheng.catalogue.TargetRole;
import org.xinheng.kernel.EffectivePeriod;
import org.xinheng.law.Effect;

/** Looking in one condition finds every row that is wider in all of them, and few besides. */
class WiderRowsTest {
    private static final List<String> CODES = List.of("A", "B", "C");

    @Test
    void a_row_that_is_wider_in_every_condition_is_always_found() {
        var random = new Random(7);
        List<MeasureRule> rows = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            rows.add(row(some(random), some(random), some(random)));
        }
        var widerRows = new WiderRows(rows);
        int found = 0;
        for (MeasureRule narrow : rows) {
            List<Integer> candidates = widerRows.than(narrow);
            assertThat(candidates).isSorted().doesNotHaveDuplicates();
            for (int at = 0; at < rows.size(); at++) {
                if (wider(rows.get(at), narrow)) {
                    assertThat(candidates)
                            .as("%s over %s", rows.get(at), narrow)
                            .contains(at);
                    found++;
                }
            }
        }
        assertThat(found).isGreaterThan(rows.size());
    }

    @Test
    void a_blank_condition_is_covered_by_blank_ones_alone() {
        MeasureRule blank = row(Set.of(), Set.of(), Set.of());
        MeasureRule naming = row(Set.of("A"), Set.of(), Set.of());
        var widerRows = new WiderRows(List.of(naming, blank));
        assertThat(widerRows.than(blank)).containsExactly(1);
        assertThat(widerRows.than(naming)).containsExactly(0, 1);
    }

    @Test
    void rows_that_name_something_else_are_not_looked_at() {
        List<MeasureRule> rows = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            rows.add(row(Set.of("MATTER-" + i), Set.of("A"), Set.of()));
        }
        assertThat(new WiderRows(rows).than(rows.get(500))).containsExactly(500);
    }

    private static boolean wider(MeasureRule wide, MeasureRule narrow) {
        return wider(wide.matters(), narrow.matters())
                && wider(wide.items(), narrow.items())
                && wider(wide.agencyKinds(), narrow.agencyKinds());
    }

    private static boolean wider(Set<String> wide, Set<String> narrow) {
        return wide.isEmpty() || (!narrow.isEmpty() && wide.containsAll(narrow));
    }

    private static Set<String> some(Random random) {
        var some = new HashSet<String>();
        for (String code : CODES) {
            if (random.nextInt(3) == 0) {
                some.add(code);
            }
        }
        return Set.copyOf(some);
    }

    private static MeasureRule row(Set<String> matters, Set<String> items, Set<String> agencyKinds) {
        return new MeasureRule(
                "R-1",
                Set.of("ZFCG"),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(TargetRole.LISTED_SUBJECT),
                Set.of(),
                Set.of(),
                matters,
                Set.of(),
                items,
                null,
                null,
                agencyKinds,
                List.of("ZFCGF-77"),
                EffectivePeriod.ALWAYS,
                "2024-01",
                "ZF-01",
                Effect.PROHIBIT,
                new MeasureTerm(MeasureTerm.Kind.LIST_PERIOD, null, null),
                null,
                Set.of(),
                "made by a test",
                new SourceRow("memoranda/made-by-a-test.xlsx", "措施", 9),
                List.of());
    }
}
