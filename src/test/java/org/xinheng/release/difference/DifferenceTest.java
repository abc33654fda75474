package org.xinheng.release.difference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rows are the same by table and code; where they stand says nothing. */
class DifferenceTest {
    private static final TableName RULES = new TableName(TableName.Kind.RULES, "措施");
    private static final TableName TESTS = new TableName(TableName.Kind.TESTS, "测试");
    private static final TableName MEASURES = new TableName(TableName.Kind.REGISTER, "措施");
    private static final String A = "memoranda/a.xlsx";
    private static final String B = "memoranda/b.xlsx";

    @Test
    void the_same_rows_in_another_order_are_no_change() {
        List<TableRow> before =
                List.of(row(A, 9, "R-1", "PROHIBIT"), row(A, 10, "R-2", "RESTRICT"), row(B, 9, "R-3", "ADVISE"));
        List<TableRow> after =
                List.of(row(A, 9, "R-2", "RESTRICT"), row(A, 10, "R-3", "ADVISE"), row(B, 9, "R-1", "PROHIBIT"));
        assertThat(Difference.between(before, after).isEmpty()).isTrue();
    }

    @Test
    void a_row_that_moved_and_changed_tells_the_cell_where_it_stood_and_where_it_stands() {
        Difference difference =
                Difference.between(List.of(row(A, 9, "R-1", "PROHIBIT")), List.of(row(B, 12, "R-1", "RESTRICT")));
        assertThat(difference.added()).isZero();
        assertThat(difference.removed()).isZero();
        ChangedRow changed = difference.tables().get(0).changed().get(0);
        assertThat(changed.before().workbook()).isEqualTo(A);
        assertThat(changed.after().workbook()).isEqualTo(B);
        assertThat(changed.cells()).containsExactly(new ChangedCell("效力", "B9", "B12", "PROHIBIT", "RESTRICT"));
    }

    @Test
    void a_row_under_a_new_code_is_a_new_row_and_the_old_one_is_gone() {
        Difference difference =
                Difference.between(List.of(row(A, 9, "R-1", "PROHIBIT")), List.of(row(A, 9, "R-9", "PROHIBIT")));
        TableDifference table = difference.tables().get(0);
        assertThat(table.added()).extracting(TableRow::code).containsExactly("R-9");
        assertThat(table.removed()).extracting(TableRow::code).containsExactly("R-1");
        assertThat(table.changed()).isEmpty();
    }

    @Test
    void the_order_of_codes_in_a_cell_says_nothing_but_the_order_of_words_does() {
        assertThat(Difference.between(
                                List.of(row(A, 9, "R-1", cell("名单种类", "B9", "ZFCG、TBJZ", true))),
                                List.of(row(A, 9, "R-1", cell("名单种类", "B9", "TBJZ、ZFCG", true))))
                        .isEmpty())
                .isTrue();
        assertThat(Difference.between(
                                List.of(row(A, 9, "R-1", cell("最后核对", "B9", "甲、乙", false))),
                                List.of(row(A, 9, "R-1", cell("最后核对", "B9", "乙、甲", false))))
                        .changed())
                .isEqualTo(1);
    }

    @Test
    void one_code_in_several_tables_names_several_rows() {
        List<TableRow> before = List.of(
                new TableRow(RULES, "X-1", A, 9, List.of(cell("效力", "B9", "PROHIBIT", false))),
                new TableRow(TESTS, "X-1", A, 2, List.of(cell("说明", "B2", "一", false))),
                new TableRow(MEASURES, "X-1", "registers.xlsx", 2, List.of(cell("名称", "B2", "一", false))));
        List<TableRow> after = new ArrayList<>(before);
        after.set(1, new TableRow(TESTS, "X-1", A, 2, List.of(cell("说明", "B2", "二", false))));
        assertThat(Difference.between(before, after).tables())
                .extracting(TableDifference::table)
                .containsExactly(TESTS);
    }

    @Test
    void a_code_that_stands_twice_is_paired_inside_its_workbook_first() {
        List<TableRow> before = List.of(row(A, 9, "T-1", "PROHIBIT"), row(B, 9, "T-1", "ADVISE"));
        List<TableRow> after = new ArrayList<>(before);
        Collections.reverse(after);
        assertThat(Difference.between(before, after).isEmpty()).isTrue();

        Difference gone = Difference.between(before, List.of(row(B, 9, "T-1", "ADVISE")));
        assertThat(gone.tables().get(0).removed()).containsExactly(before.get(0));
    }

    @Test
    void a_column_that_is_new_or_gone_has_no_address_on_the_other_side() {
        Difference difference = Difference.between(
                List.of(row(A, 9, "R-1", cell("旧列", "C9", "x", false))),
                List.of(row(A, 9, "R-1", cell("新列", "D9", "y", false))));
        assertThat(difference.tables().get(0).changed().get(0).cells())
                .containsExactly(
                        new ChangedCell("新列", null, "D9", "", "y"), new ChangedCell("旧列", "C9", null, "x", ""));
    }

    private static TableRow row(String workbook, int row, String code, String effect) {
        return row(workbook, row, code, cell("效力", "B" + row, effect, false));
    }

    private static TableRow row(String workbook, int row, String code, TableCell cell) {
        return new TableRow(RULES, code, workbook, row, List.of(cell("行代码", "A" + row, code, false), cell));
    }

    private static TableCell cell(String heading, String address, String text, boolean several) {
        return new TableCell(heading, address, text, several);
    }
}
