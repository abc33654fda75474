package org.xinheng.exchange.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xinheng.catalogue.MeasureRule;
import org.xinheng.release.Workbook;
import org.xinheng.release.gate.FindingCode;
import org.xinheng.release.gate.ParsedWorkbooks;

class WorkbookRoundTripTest {
    @Test
    void text_to_workbook_and_back_is_the_same_text() throws Exception {
        for (String[] pair :
                new String[][] {{"registers.txt", Workbook.REGISTERS}, {"procurement.txt", GoodBook.RULES}}) {
            String text = new String(
                    getClass().getResourceAsStream("/tables/" + pair[0]).readAllBytes(), StandardCharsets.UTF_8);
            byte[] bytes = GoodBook.written(pair[1], MirrorReader.read(text));
            assertThat(DecisionTableFiles.mirrorOf(new Workbook(pair[1], bytes)))
                    .isEqualTo(text);
        }
    }

    @Test
    void remarks_and_blank_lines_of_a_mirror_say_nothing() {
        Mirror mirror = MirrorReader.read("# remark\n\n## 甲\n代码\t名称\nA\tx\\ny\n\n# more\nB\n");
        assertThat(mirror.sheets().get(0).rows()).containsExactly(List.of("A", "x\ny"), List.of("B", ""));
        assertThat(MirrorWriter.write(mirror)).isEqualTo("## 甲\n代码\t名称\nA\tx\\ny\nB\n");
    }

    @Test
    void a_line_with_more_cells_than_headings_is_refused_by_its_number() {
        assertThatThrownBy(() -> MirrorReader.read("## 甲\n代码\nA\tB\n")).hasMessageContaining("line 3");
    }

    @Test
    void the_same_content_gives_the_same_bytes() {
        byte[] once = GoodBook.written(GoodBook.RULES, GoodBook.mirror("procurement.txt"));
        byte[] again = elsewhere(
                "tr-TR", "Asia/Tokyo", () -> GoodBook.written(GoodBook.RULES, GoodBook.mirror("procurement.txt")));
        assertThat(again).isEqualTo(once);
    }

    @ParameterizedTest
    @CsvSource({"zh-CN, Asia/Shanghai", "tr-TR, America/Los_Angeles", "ar-EG, Pacific/Kiritimati", "en-US, UTC"})
    void reading_depends_on_no_locale_and_no_zone(String locale, String zone) {
        List<Workbook> workbooks = withRealDates(false).workbooks();
        ParsedWorkbooks here = WorkbookReader.read(workbooks);
        ParsedWorkbooks there = elsewhere(locale, zone, () -> WorkbookReader.read(workbooks));
        assertThat(there).isEqualTo(here);
        assertThat(there.findings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"false", "true"})
    void true_spreadsheet_dates_are_read_in_both_date_systems(boolean from1904) {
        ParsedWorkbooks reading = WorkbookReader.read(withRealDates(from1904).workbooks());
        MeasureRule row = reading.content().rules().stream()
                .filter(rule -> rule.code().equals("ZFCG-001"))
                .findFirst()
                .orElseThrow();
        assertThat(row.validity().from()).isEqualTo(LocalDate.of(2024, 2, 29));
        assertThat(row.validity().to()).isEqualTo(LocalDate.of(2030, 12, 31));
        assertThat(reading.findings())
                .extracting(finding -> finding.code())
                .isEqualTo(from1904 ? List.of(FindingCode.DATE_SYSTEM_1904) : List.of());
    }

    @Test
    void a_row_carries_the_address_of_every_condition() {
        ParsedWorkbooks reading = WorkbookReader.read(new GoodBook().workbooks());
        MeasureRule row = reading.content().rules().get(0);
        assertThat(row.source().row()).isEqualTo(9);
        assertThat(row.cells())
                .extracting(cell -> cell.heading() + " " + cell.address() + " " + cell.text())
                .containsExactly(
                        "名单种类 B9 ZFCG",
                        "认定事由 C9 ZFCG-2",
                        "责任人员角色 F9 LISTED_SUBJECT",
                        "办理事项 I9 GOVERNMENT_PROCUREMENT_QUALIFICATION",
                        "法规依据 O9 ZFCGF-77");
    }

    @Test
    void the_workbook_is_pleasant_to_edit() throws Exception {
        byte[] bytes = GoodBook.written(GoodBook.RULES, GoodBook.mirror("procurement.txt"));
        try (XSSFWorkbook workbook = Faults.opened(bytes)) {
            assertThat(workbook.getSheetName(0))
                    .as("Drools reads the first sheet only")
                    .isEqualTo("措施");
            assertThat(workbook.getSheetName(1)).isEqualTo("测试");
            assertThat(workbook.getSheetVisibility(2)).as("字典").isEqualTo(SheetVisibility.HIDDEN);
            XSSFSheet rules = workbook.getSheetAt(0);
            for (int row = 0; row < 7; row++) {
                assertThat(rules.getRow(row).getZeroHeight())
                        .as("technical row %s", row)
                        .isTrue();
            }
            assertThat(rules.getPaneInformation().getHorizontalSplitPosition()).isEqualTo((short) 8);
            for (int column = 0; column < 25; column++) {
                assertThat(rules.getRow(7).getCell(column).getCellComment())
                        .as("column %s", column)
                        .isNotNull();
                assertThat(rules.getColumnStyle(column).getDataFormatString()).isEqualTo("@");
            }
            assertThat(rules.getDataValidations())
                    .as("drop-downs")
                    .hasSizeGreaterThan(18)
                    .allSatisfy(list -> {
                        assertThat(list.getPromptBoxText().length()).isLessThanOrEqualTo(255);
                        assertThat(list.getPromptBoxTitle().length()).isLessThanOrEqualTo(32);
                    });
            assertThat(rules.getDataValidations())
                    .filteredOn(list -> list.getPromptBoxTitle().equals("名单种类"))
                    .allSatisfy(list -> assertThat(list.getShowErrorBox())
                            .as("several codes joined in a cell are let in")
                            .isFalse());
        }
    }

    private static GoodBook withRealDates(boolean from1904) {
        GoodBook book = new GoodBook();
        if (from1904) {
            book.edit(GoodBook.RULES, wb -> wb.getCTWorkbook().getWorkbookPr().setDate1904(true));
        }
        return book.cell("措施", "ZFCG-001", "有效期自", cell -> date(cell, LocalDate.of(2024, 2, 29)))
                .cell("措施", "ZFCG-001", "有效期至", cell -> date(cell, LocalDate.of(2030, 12, 31)));
    }

    private static void date(org.apache.poi.ss.usermodel.Cell cell, LocalDate day) {
        var style = cell.getSheet().getWorkbook().createCellStyle();
        style.setDataFormat((short) 14);
        cell.setCellValue(day);
        cell.setCellStyle(style);
    }

    private static <T> T elsewhere(String locale, String zone, java.util.function.Supplier<T> work) {
        Locale localeBefore = Locale.getDefault();
        TimeZone zoneBefore = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag(locale));
            TimeZone.setDefault(TimeZone.getTimeZone(zone));
            return work.get();
        } finally {
            Locale.setDefault(localeBefore);
            TimeZone.setDefault(zoneBefore);
        }
    }
}
