package org.xinheng.audit.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.xinheng.audit.RecordKind;

class CoveredTableTest {
    @Test
    void the_records_of_the_coverage_are_those_that_an_entry_can_cover() {
        assertThat(CoveredTable.all().stream().map(CoveredTable::record).distinct())
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(RecordKind.values()).map(Enum::name).toList());
    }
}
