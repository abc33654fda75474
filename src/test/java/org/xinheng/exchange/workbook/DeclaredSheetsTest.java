package org.xinheng.exchange.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.xinheng.catalogue.register.RegisterSheets;
import org.xinheng.catalogue.register.Sheet;
import org.xinheng.catalogue.table.SourceRow;

/** A sheet is declared once: what a row says is what the entry made of it says, column by column. */
class DeclaredSheetsTest {
    @TestFactory
    Stream<DynamicTest> an_entry_says_in_every_column_what_its_row_says() {
        Mirror registers = GoodBook.mirror("registers.txt");
        return RegisterSheets.ALL.stream()
                .map(sheet -> DynamicTest.dynamicTest(
                        sheet.name(),
                        () -> saysTheSame(sheet, registers.sheet(sheet.name()).orElseThrow())));
    }

    @TestFactory
    Stream<DynamicTest> a_case_says_in_every_column_what_its_row_says() {
        MirrorSheet tests =
                GoodBook.mirror("procurement.txt").sheet(RuleSheets.TESTS).orElseThrow();
        return Stream.of(DynamicTest.dynamicTest(tests.name(), () -> saysTheSame(TestSheet.SHEET, tests)));
    }

    private static <T extends Record> void saysTheSame(Sheet<T> sheet, MirrorSheet mirror) {
        assertThat(mirror.rows()).isNotEmpty();
        for (List<String> row : mirror.rows()) {
            T entry = sheet.read(reading(sheet, mirror, row));
            for (Sheet.Field<T> field : sheet.fields()) {
                String cell = mirror.text(row, field.column().heading());
                String as = field.column().heading() + " fills " + field.key() + " of " + entry;
                if (!cell.isEmpty()) {
                    assertThat(stated(field, entry)).as(as).isEqualTo(cell);
                } else if (!List.of("role", "listingRegion", "region").contains(field.key())
                        && !(field.value(entry) instanceof Boolean)) {
                    assertThat(stated(field, entry)).as(as).isIn(null, "");
                }
            }
        }
    }

    private static <T> String stated(Sheet.Field<T> field, T entry) {
        if (field.value(entry) instanceof Map<?, ?> outcomes) {
            return String.join(
                    "、", outcomes.entrySet().stream().map(Object::toString).toList());
        }
        boolean none = field.value(entry) instanceof Collection<?> codes && codes.isEmpty();
        return none ? null : field.text(entry);
    }

    private static RowReading reading(Sheet<?> sheet, MirrorSheet mirror, List<String> row) {
        var values = new HashMap<String, List<String>>();
        sheet.columns().forEach(column -> {
            String cell = mirror.text(row, column.heading());
            if (!cell.isEmpty()) {
                values.put(column.heading(), column.several() ? List.of(cell.split("、")) : List.of(cell));
            }
        });
        return new RowReading(new SourceRow("a.xlsx", sheet.name(), 2), values, Set.of());
    }
}
