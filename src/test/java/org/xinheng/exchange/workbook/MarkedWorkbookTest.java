package org.xinheng.exchange.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xinheng.exchange.xlsx.CellAddress;
import org.xinheng.release.Workbook;
import org.xinheng.release.difference.Difference;
import org.xinheng.release.gate.Finding;
import org.xinheng.release.gate.FindingCode;
import org.xinheng.release.gate.UnreadableWorkbook;

/** Somebody's own workbook comes back with marks at the cells concerned, and otherwise as it was. */
class MarkedWorkbookTest {
    @Test
    void a_finding_stands_at_its_cell_in_chinese_with_the_way_out_and_all_else_is_as_it_was() throws Exception {
        Workbook broken = rules(new GoodBook().rule("ZFCG-001", "效力", "FORBID"));
        List<Finding> findings = FindingsTest.findings(
                new GoodBook().rule("ZFCG-001", "效力", "FORBID").workbooks());
        byte[] annotated = FindingNotes.annotated(broken, findings);

        try (var before = opened(broken.bytes());
                var after = opened(annotated)) {
            XSSFCell cell = cell(after, "T9");
            assertThat(cell.getCellComment().getString().getString())
                    .contains("ERROR WORD_UNKNOWN")
                    .contains("FORBID")
                    .contains("→ ");
            assertThat(cell.getCellStyle().getFillForegroundColorColor().getARGBHex())
                    .endsWith("F8B4B4");
            assertThat(cell.getCellStyle().getDataFormatString()).isEqualTo("@");
            assertThat(after.getSheetVisibility(after.getSheetIndex("字典"))).isEqualTo(SheetVisibility.HIDDEN);
            for (String name : List.of("措施", "测试")) {
                XSSFSheet was = before.getSheet(name);
                XSSFSheet is = after.getSheet(name);
                assertThat(is.getDataValidations()).hasSameSizeAs(was.getDataValidations());
                assertThat(is.getDataValidations()
                                .get(0)
                                .getValidationConstraint()
                                .getFormula1())
                        .isEqualTo(was.getDataValidations()
                                .get(0)
                                .getValidationConstraint()
                                .getFormula1());
                was.getCellComments()
                        .forEach((address, comment) -> assertThat(
                                        is.getCellComment(address).getString().getString())
                                .startsWith(comment.getString().getString()));
            }
            assertThat(after.getSheet("措施").getRow(0).getZeroHeight()).isTrue();
        }
        assertThat(DecisionTableFiles.mirrorOf(new Workbook(broken.name(), annotated)))
                .isEqualTo(DecisionTableFiles.mirrorOf(broken));
    }

    @Test
    void what_has_more_cells_than_memory_is_given_to_is_not_opened() {
        var sheet = new ByteArrayOutputStream();
        sheet.writeBytes("<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>"
                .getBytes(StandardCharsets.UTF_8));
        int columns = 16_000;
        for (int row = 1; row <= MarkedWorkbook.CELLS_MAX / columns + 1; row++) {
            sheet.writeBytes("<row>".getBytes(StandardCharsets.UTF_8));
            for (int column = 1; column <= columns; column++) {
                sheet.writeBytes(("<c r=\"" + new CellAddress(row, column) + "\"/>").getBytes(StandardCharsets.UTF_8));
            }
            sheet.writeBytes("</row>".getBytes(StandardCharsets.UTF_8));
        }
        sheet.writeBytes("</sheetData></worksheet>".getBytes(StandardCharsets.UTF_8));
        byte[] huge = Faults.changed(
                rules(new GoodBook()).bytes(),
                "xl/worksheets/sheet1.xml",
                xml -> sheet.toString(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> FindingNotes.annotated(new Workbook(GoodBook.RULES, huge), List.of()))
                .isInstanceOfSatisfying(
                        UnreadableWorkbook.class,
                        refused -> assertThat(refused.why()).isEqualTo(FindingCode.TOO_LARGE));
    }

    @Test
    void one_workbook_is_marked_at_a_time() throws Exception {
        Workbook workbook = rules(new GoodBook());
        var opened = new AtomicInteger();
        var together = new AtomicInteger();
        var second = new FutureTask<>(() -> MarkedWorkbook.of(workbook, List.of(), book -> {
            together.accumulateAndGet(opened.incrementAndGet(), Math::max);
            opened.decrementAndGet();
        }));
        var thread = new Thread(second);
        MarkedWorkbook.of(workbook, List.of(), book -> {
            together.accumulateAndGet(opened.incrementAndGet(), Math::max);
            thread.start();
            await().until(() -> thread.getState() == Thread.State.WAITING || second.isDone());
            opened.decrementAndGet();
        });
        second.get();
        assertThat(together).hasValue(1);
    }

    @Test
    void a_comment_that_stands_there_keeps_its_words_above_the_new_ones() throws Exception {
        var book = new GoodBook().edit(GoodBook.RULES, workbook -> {
            XSSFCell cell = cell(workbook, "T9");
            cell.setCellValue("FORBID");
            var anchor = workbook.getCreationHelper().createClientAnchor();
            anchor.setCol1(20);
            anchor.setCol2(23);
            anchor.setRow1(8);
            anchor.setRow2(12);
            var comment = cell.getSheet().createDrawingPatriarch().createCellComment(anchor);
            comment.setString("老张:请复核");
            cell.setCellComment(comment);
        });
        byte[] annotated = FindingNotes.annotated(rules(book), FindingsTest.findings(book.workbooks()));
        try (var after = opened(annotated)) {
            assertThat(cell(after, "T9").getCellComment().getString().getString())
                    .startsWith("老张:请复核\n\n[ERROR WORD_UNKNOWN]");
        }
    }

    @Test
    void cells_beside_each_other_each_take_their_comment_in_whatever_order() throws Exception {
        for (List<String> order : List.of(List.of("S9", "T9", "U9"), List.of("U9", "T9", "S9"))) {
            List<CellMark> marks = order.stream()
                    .map(cell -> new CellMark("措施", cell, CellMark.Colour.ERROR, "at " + cell))
                    .toList();
            try (var after = opened(MarkedWorkbook.of(rules(new GoodBook()), marks, book -> {}))) {
                for (String cell : order) {
                    assertThat(cell(after, cell).getCellComment().getString().getString())
                            .isEqualTo("at " + cell);
                }
            }
        }
    }

    @Test
    void what_concerns_the_whole_sheet_stands_at_its_first_heading_since_technical_rows_are_hidden() throws Exception {
        var finding = new Finding(
                org.xinheng.release.gate.FindingCode.NO_DATA, GoodBook.RULES, "措施", null, null, null, List.of());
        try (var after = opened(FindingNotes.annotated(rules(new GoodBook()), List.of(finding)))) {
            assertThat(cell(after, "A8").getCellComment().getString().getString())
                    .contains("[ERROR NO_DATA]");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "encrypted",
                "macro",
                "old-xls",
                "csv-renamed",
                "zip-bomb",
                "xml-entity",
                "cut-short",
                "empty-file",
                "external-link",
                "too-large",
                "embedded-object"
            })
    void what_cannot_be_opened_is_told_and_not_opened(String fault) {
        var hostile = Faults.all().get(fault).apply(new GoodBook());
        assertThat(hostile.workbooks())
                .anySatisfy(workbook -> assertThatThrownBy(() -> FindingNotes.annotated(workbook, List.of()))
                        .isInstanceOf(UnreadableWorkbook.class));
    }

    @Test
    void every_broken_workbook_that_opens_takes_its_findings() throws Exception {
        for (var fault : Faults.all().entrySet()) {
            var book = fault.getValue().apply(new GoodBook());
            List<Finding> findings = FindingsTest.beforeAnyCase(book.workbooks());
            for (Workbook workbook : book.workbooks()) {
                try {
                    byte[] annotated = FindingNotes.annotated(workbook, findings);
                    opened(annotated).close();
                } catch (UnreadableWorkbook reported) {
                    assertThat(findings)
                            .as("%s of %s", reported.why(), fault.getKey())
                            .anyMatch(finding -> finding.workbook().equals(workbook.name()) && finding.cell() == null);
                }
            }
        }
    }

    @Test
    void changes_are_marked_where_they_stand_and_rows_that_are_gone_are_listed() throws Exception {
        var changed = new GoodBook().rule("ZFCG-001", "效力", "RESTRICT").rule("ZFCG-002", "行代码", "ZFCG-902");
        Difference difference =
                Difference.between(TableRows.of(new GoodBook().workbooks()), TableRows.of(changed.workbooks()));
        try (var after = opened(DifferenceBook.marked(rules(changed), difference))) {
            assertThat(cell(after, "T9").getCellComment().getString().getString())
                    .isEqualTo("修改前：PROHIBIT");
            assertThat(cell(after, "A10")
                            .getCellStyle()
                            .getFillForegroundColorColor()
                            .getARGBHex())
                    .endsWith("BBF7D0");
            assertThat(cell(after, "A11").getCellStyle().getFillForegroundColorColor())
                    .isNull();
            XSSFSheet gone = after.getSheet("已删除的行");
            assertThat(gone.getRow(1).getCell(1).getStringCellValue()).isEqualTo("ZFCG-002");
        }
        try (var overview = opened(DifferenceBook.overview(difference))) {
            assertThat(overview.getProperties().getCoreProperties().getCreated())
                    .as("no clock is read, so that the same difference is the same bytes")
                    .isEqualTo("2026-01-01T00:00:00Z");
            XSSFSheet list = overview.getSheet("变更一览");
            assertThat(list.getLastRowNum()).isEqualTo(3);
            assertThat(list.getRow(1).getCell(0).getStringCellValue()).isEqualTo("新增");
            assertThat(list.getRow(2).getCell(0).getStringCellValue()).isEqualTo("删除");
            assertThat(list.getRow(3).getCell(5).getStringCellValue()).isEqualTo("T9");
            assertThat(list.getRow(3).getCell(7).getStringCellValue()).isEqualTo("PROHIBIT");
            assertThat(list.getRow(3).getCell(8).getStringCellValue()).isEqualTo("RESTRICT");
            assertThat(overview.getSheet("措施")
                            .getRow(1)
                            .getCell(20)
                            .getCellComment()
                            .getString()
                            .getString())
                    .isEqualTo("修改前：PROHIBIT");
        }
        assertThat(DifferenceBook.overview(difference)).isEqualTo(DifferenceBook.overview(difference));
    }

    @Test
    void empty_workbooks_offer_what_the_registers_hold_and_have_no_data() throws Exception {
        Workbook registers = new GoodBook().workbooks().get(0);
        List<Workbook> empty = EmptyBooks.offering(registers);
        assertThat(empty).extracting(Workbook::name).containsExactly("registers.xlsx", "memoranda/measures.xlsx");
        assertThat(TableRows.of(empty)).isEmpty();
        try (var rules = opened(empty.get(1).bytes())) {
            assertThat(rules.getSheet("措施").getDataValidations()).isNotEmpty();
            var offered = new StringBuilder();
            rules.getSheet("字典")
                    .forEach(row -> row.forEach(
                            cell -> offered.append(cell.getStringCellValue()).append('\n')));
            assertThat(offered).contains("ZFCGF-77").contains("GOVERNMENT_PROCUREMENT_QUALIFICATION");
        }
    }

    private static Workbook rules(GoodBook book) {
        return book.workbooks().stream()
                .filter(workbook -> workbook.name().equals(GoodBook.RULES))
                .findFirst()
                .orElseThrow();
    }

    private static XSSFWorkbook opened(byte[] bytes) throws IOException {
        return new XSSFWorkbook(new ByteArrayInputStream(bytes));
    }

    private static XSSFCell cell(XSSFWorkbook book, String address) {
        CellAddress at = CellAddress.parse(address);
        return book.getSheet("措施").getRow(at.row() - 1).getCell(at.column() - 1);
    }
}
