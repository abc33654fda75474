package org.xinheng.exchange.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Row;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.xinheng.exchange.xlsx.CellAddress;
import org.xinheng.release.Workbook;
import org.xinheng.release.difference.ChangedCell;
import org.xinheng.release.difference.ChangedRow;
import org.xinheng.release.difference.Difference;
import org.xinheng.release.difference.TableDifference;
import org.xinheng.release.difference.TableName;
import org.xinheng.release.difference.TableRow;
import org.xinheng.release.gate.FindingCode;
import org.xinheng.release.gate.UnreadableWorkbook;

/** What a spreadsheet program changes in a workbook is told as a difference, whatever the column. */
class TableRowsTest {
    @TestFactory
    Stream<DynamicTest> a_change_in_any_column_of_any_sheet_is_told_at_its_cell() {
        return Stream.of(Workbook.REGISTERS, GoodBook.RULES)
                .flatMap(workbook -> WorkbookTemplate.of(workbook).sheets().stream()
                        .flatMap(sheet -> sheet.columns().stream()
                                .skip(1)
                                .filter(column -> !(sheet.name().equals("文本")
                                        && column.heading().equals("类别")))
                                .map(column -> DynamicTest.dynamicTest(
                                        workbook + " " + sheet.name() + " " + column.heading(),
                                        () -> changeIsTold(workbook, sheet, column.heading())))));
    }

    private static void changeIsTold(String workbook, SheetTemplate sheet, String heading) throws Exception {
        int column = sheet.headings().indexOf(heading);
        int row = sheet.firstDataRow();
        var changed = new GoodBook()
                .edit(
                        workbook,
                        book -> book.getSheet(sheet.name())
                                .getRow(row - 1)
                                .getCell(column, Row.MissingCellPolicy.CREATE_NULL_AS_BLANK)
                                .setCellValue("另一个值"));
        Difference difference = difference(new GoodBook(), changed);
        assertThat(difference.added() + difference.removed())
                .as("rows added or removed")
                .isZero();
        assertThat(difference.tables()).hasSize(1);
        TableDifference table = difference.tables().get(0);
        assertThat(table.table().sheet()).isEqualTo(sheet.name());
        assertThat(table.changed()).hasSize(1);
        ChangedCell cell = table.changed().get(0).cells().get(0);
        String address = new CellAddress(row, column + 1).toString();
        assertThat(cell.heading()).isEqualTo(heading);
        assertThat(cell.addressBefore()).isEqualTo(address);
        assertThat(cell.addressAfter()).isEqualTo(address);
        assertThat(cell.after()).isEqualTo("另一个值");
    }

    @Test
    void the_same_workbooks_do_not_differ() throws Exception {
        assertThat(difference(new GoodBook(), new GoodBook()).isEmpty()).isTrue();
    }

    @Test
    void a_row_moved_within_its_sheet_or_to_another_workbook_has_not_changed() throws Exception {
        Mirror all = GoodBook.mirror("procurement.txt");
        var moved = new GoodBook()
                .without(GoodBook.RULES)
                .add(GoodBook.RULES, GoodBook.written(GoodBook.RULES, rows(all, 3, 0)))
                .add("memoranda/other.xlsx", GoodBook.written("memoranda/other.xlsx", rows(all, 4, 2, 5, 1)));
        Difference difference = difference(new GoodBook(), moved);
        assertThat(difference.tables()).isEmpty();
    }

    @Test
    void a_renamed_row_is_gone_and_new_and_its_tests_change_where_they_name_it() throws Exception {
        var renamed = new GoodBook()
                .rule("TBJZ-001", "行代码", "TBJZ-009")
                .cell("测试", "T-TBJZ-001", "期望适用", cell -> cell.setCellValue("TBJZ-009"));
        Difference difference = difference(new GoodBook(), renamed);
        assertThat(difference.tables())
                .extracting(TableDifference::table)
                .containsExactly(new TableName(TableName.Kind.RULES, "措施"), new TableName(TableName.Kind.TESTS, "测试"));
        assertThat(difference.tables().get(0).added())
                .extracting(TableRow::code)
                .containsExactly("TBJZ-009");
        assertThat(difference.tables().get(0).removed())
                .extracting(TableRow::code)
                .containsExactly("TBJZ-001");
        assertThat(difference.tables().get(1).changed())
                .extracting(ChangedRow::code)
                .containsExactly("T-TBJZ-001");
    }

    @Test
    void a_day_typed_as_a_date_is_the_day_written_as_text() throws Exception {
        var typed = new GoodBook().cell("措施", "ZFCG-004", "有效期自", cell -> {
            var format = cell.getSheet().getWorkbook().createCellStyle();
            format.setDataFormat((short) 14);
            cell.setCellStyle(format);
            cell.setCellValue(java.time.LocalDate.of(2024, 3, 1));
        });
        assertThat(difference(new GoodBook(), typed).isEmpty()).isTrue();
    }

    @Test
    void a_file_that_is_no_workbook_is_named() {
        var broken = new GoodBook().bytes(GoodBook.RULES, bytes -> new byte[] {1, 2, 3});
        assertThatThrownBy(() -> TableRows.of(broken.workbooks()))
                .isInstanceOfSatisfying(UnreadableWorkbook.class, unreadable -> {
                    assertThat(unreadable.workbook()).isEqualTo(GoodBook.RULES);
                    assertThat(unreadable.why()).isEqualTo(FindingCode.NOT_A_WORKBOOK);
                });
    }

    private static Difference difference(GoodBook before, GoodBook after) throws UnreadableWorkbook {
        return Difference.between(TableRows.of(before.workbooks()), TableRows.of(after.workbooks()));
    }

    /** The rows of the rule sheet at these places with all cases or none, so that two workbooks share them out. */
    private static Mirror rows(Mirror mirror, int... at) {
        MirrorSheet rules = mirror.sheet(RuleSheets.RULES).orElseThrow();
        MirrorSheet tests = mirror.sheet(RuleSheets.TESTS).orElseThrow();
        var chosen = new ArrayList<List<String>>();
        for (int row : at) {
            chosen.add(rules.rows().get(row));
        }
        return new Mirror(List.of(
                new MirrorSheet(rules.name(), rules.headings(), chosen),
                new MirrorSheet(tests.name(), tests.headings(), at.length == 2 ? tests.rows() : List.of())));
    }
}
