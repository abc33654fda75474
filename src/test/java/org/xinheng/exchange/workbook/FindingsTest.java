package org.xinheng.exchange.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TimeZone;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Sheet;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xinheng.decision.TableTests;
import org.xinheng.engine.RuleBookCompiler;
import org.xinheng.release.Release;
import org.xinheng.release.Workbook;
import org.xinheng.release.gate.Finding;
import org.xinheng.release.gate.FindingCode;
import org.xinheng.release.gate.FindingTexts;
import org.xinheng.release.gate.ParsedWorkbooks;
import org.xinheng.release.gate.UnreadableWorkbook;
import org.xinheng.release.gate.check.Gate;

/**
 * Each fault of the catalogue has its findings, at its cell and no more, written down in
 * {@code src/test/resources/findings/<fault>.txt}. {@code -Dxinheng.golden.write=true} writes the files anew, to be read
 * before they are committed.
 */
class FindingsTest {
    private static final Path GOLDEN = Path.of("src/test/resources/findings");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

    @Test
    void a_good_release_is_clean() {
        assertThat(findings(new GoodBook().workbooks()))
                .as("no false alarm")
                .extracting(FindingTexts.ENGLISH::line)
                .isEmpty();
    }

    @Test
    void a_blank_beside_a_heading_is_no_fault_for_any_reader() throws UnreadableWorkbook {
        var book = new GoodBook()
                .edit(Workbook.REGISTERS, wb -> heading(wb.getSheet("部门"), 0, "类别"))
                .edit(Workbook.REGISTERS, wb -> heading(wb.getSheet("文本"), 0, "类别"))
                .edit(GoodBook.RULES, wb -> heading(wb.getSheet("措施"), 7, "办理事项"));
        assertThat(findings(book.workbooks()))
                .extracting(FindingTexts.ENGLISH::line)
                .isEmpty();
        assertThat(TableRows.of(book.workbooks())).isEqualTo(TableRows.of(new GoodBook().workbooks()));
    }

    private static void heading(Sheet sheet, int row, String heading) {
        for (Cell cell : sheet.getRow(row)) {
            if (cell.getStringCellValue().equals(heading)) {
                cell.setCellValue(heading + " ");
                return;
            }
        }
        throw new IllegalStateException("no heading " + heading);
    }

    @Test
    void rows_that_overlap_are_no_fault() {
        var book = Faults.copyOf(new GoodBook(), "ZFCG-001", "严重程度", "SERIOUS", "ZFCG-005")
                .rule("ZFCG-005", "认定事由", "ZFCG-1、ZFCG-2")
                .cell("测试", "T-ZFCG-001", "期望截止", cell -> cell.setBlank());
        assertThat(findings(book.workbooks()))
                .as("tables that collect may overlap")
                .extracting(FindingTexts.ENGLISH::line)
                .isEmpty();
    }

    /** Locales with a dotless i, other digits, other calendars; zones on both sides of the date line. */
    @ParameterizedTest
    @CsvSource({
        "tr-TR, America/Los_Angeles",
        "zh-CN, Asia/Shanghai",
        "ar-EG-u-nu-arab, Pacific/Kiritimati",
        "th-TH-u-ca-buddhist-nu-thai, UTC"
    })
    void findings_depend_on_no_locale_and_no_zone(String locale, String zone) {
        Locale localeBefore = Locale.getDefault();
        TimeZone zoneBefore = TimeZone.getDefault();
        var broken = Faults.all();
        broken.keySet().removeIf(name -> !name.matches("(day|code|row|term|full|number|test|date|effect).*"));
        try {
            Locale.setDefault(Locale.forLanguageTag(locale));
            TimeZone.setDefault(TimeZone.getTimeZone(zone));
            broken.forEach((name, fault) ->
                    assertThat(reported(fault)).as("findings of %s", name).isEqualTo(golden(name)));
        } finally {
            Locale.setDefault(localeBefore);
            TimeZone.setDefault(zoneBefore);
        }
    }

    private static String reported(UnaryOperator<GoodBook> fault) {
        return findings(fault.apply(new GoodBook()).workbooks()).stream()
                .map(FindingsTest::written)
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static String golden(String fault) {
        try {
            return Files.readString(GOLDEN.resolve(fault + ".txt"));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    @TestFactory
    Stream<DynamicTest> each_fault_is_found_at_its_cell() {
        return Faults.all().entrySet().stream()
                .map(fault -> DynamicTest.dynamicTest(fault.getKey(), () -> {
                    String found = reported(fault.getValue());
                    Path golden = GOLDEN.resolve(fault.getKey() + ".txt");
                    if (Boolean.getBoolean("xinheng.golden.write")) {
                        Files.createDirectories(GOLDEN);
                        Files.writeString(golden, found, StandardCharsets.UTF_8);
                    }
                    assertThat(found).as("findings of %s", fault.getKey()).isEqualTo(Files.readString(golden));
                    assertThat(found.strip())
                            .as("a fault is never accepted without a word")
                            .isNotEmpty();
                }));
    }

    @Test
    void every_golden_file_belongs_to_a_fault() throws IOException {
        try (Stream<Path> files = Files.list(GOLDEN)) {
            assertThat(files.map(file -> file.getFileName().toString().replace(".txt", "")))
                    .containsExactlyInAnyOrderElementsOf(Faults.all().keySet());
        }
    }

    @Test
    void every_code_is_told_by_some_fault() throws IOException {
        var reported = new StringBuilder();
        try (Stream<Path> files = Files.list(GOLDEN)) {
            for (Path file : files.toList()) {
                reported.append(Files.readString(file));
            }
        }
        // two uploads of one name: tested below; a breakdown of the gate itself: no workbook shows it
        Set<FindingCode> elsewhere = Set.of(FindingCode.WORKBOOK_DOUBLED, FindingCode.GATE_FAILED);
        assertThat(Arrays.stream(FindingCode.values())
                        .filter(code -> !elsewhere.contains(code))
                        .filter(code -> reported.indexOf(" " + code.name() + " ") < 0))
                .as("codes without a fault that shows them")
                .isEmpty();
    }

    @Test
    void every_code_has_words_in_both_languages() {
        for (FindingCode code : FindingCode.values()) {
            var finding = new Finding(code, "a.xlsx", "措施", "A1", "X", "Y", List.of("一", "two", "three"));
            for (FindingTexts texts : List.of(FindingTexts.CHINESE, FindingTexts.ENGLISH)) {
                assertThat(texts.message(finding) + texts.correction(finding))
                        .as("%s is filled in", code)
                        .doesNotContain("{");
            }
        }
    }

    @Test
    void two_uploads_of_one_name_are_told() {
        var twice = new ArrayList<>(new GoodBook().workbooks());
        twice.add(twice.get(1));
        assertThat(WorkbookReader.read(twice).findings())
                .extracting(Finding::code)
                .containsExactly(FindingCode.WORKBOOK_DOUBLED);
    }

    @Test
    void all_faults_are_told_at_once() {
        var book = new GoodBook()
                .rule("ZFCG-001", "效力", "禁止")
                .rule("ZFCG-002", "办理事项", "CREDIT_GRANTNG")
                .rule("ZFCG-004", "期限", "LIFE")
                .register("法规依据", "ZBTBF-53", "施行日", "2000/1/1");
        assertThat(findings(book.workbooks()))
                .extracting(Finding::code)
                .contains(
                        FindingCode.WORD_UNKNOWN,
                        FindingCode.CODE_UNKNOWN,
                        FindingCode.TERM_ABOVE_LONGEST,
                        FindingCode.DATE_MALFORMED);
    }

    @Test
    void cases_of_a_sound_workbook_run_though_another_one_has_errors() {
        var book = new GoodBook()
                .rule("TBJZ-001", "效力", "禁止")
                .add("memoranda/other.xlsx", GoodBook.otherWorkbook("2031-04-29"));
        assertThat(findings(book.workbooks()))
                .extracting(finding -> finding.code() + " " + finding.workbook())
                .contains("WORD_UNKNOWN " + GoodBook.RULES, "TEST_FAILED memoranda/other.xlsx");
    }

    @Test
    void no_case_runs_on_registers_that_have_errors() {
        var book = new GoodBook()
                .register("法规依据", "ZBTBF-53", "施行日", "2000/1/1")
                .add("memoranda/other.xlsx", GoodBook.otherWorkbook("2031-04-29"));
        assertThat(findings(book.workbooks()))
                .extracting(Finding::code)
                .contains(FindingCode.DATE_MALFORMED)
                .doesNotContain(FindingCode.TEST_FAILED);
    }

    @Test
    void hints_are_given_though_a_case_has_an_error() {
        var book = Faults.all()
                .get("matter-without-rows")
                .apply(new GoodBook())
                .cell("测试", "T-ZFCG-001", "文书日期", cell -> cell.setCellValue("2026/5/1"));
        assertThat(findings(book.workbooks()))
                .extracting(Finding::code)
                .contains(FindingCode.DATE_MALFORMED, FindingCode.MATTER_WITHOUT_ROWS);
    }

    /** Everything the gate says: reading, meaning and the tests of what is sound. */
    static List<Finding> findings(List<Workbook> workbooks) {
        ParsedWorkbooks reading = WorkbookReader.read(workbooks);
        var gate = new Gate(reading, DAY);
        var findings = new ArrayList<>(reading.findings());
        findings.addAll(gate.check());
        gate.trial(findings).ifPresent(content -> {
            var release = new Release(new UUID(0, 1), "00", Instant.EPOCH, "test", content);
            findings.addAll(gate.runTests(content, new TableTests(new RuleBookCompiler(1).compile(release))));
        });
        return findings;
    }

    /** What the gate says of reading and meaning, before it tries any case. */
    static List<Finding> beforeAnyCase(List<Workbook> workbooks) {
        ParsedWorkbooks reading = WorkbookReader.read(workbooks);
        var findings = new ArrayList<>(reading.findings());
        findings.addAll(new Gate(reading, DAY).check());
        return findings;
    }

    private static String written(Finding finding) {
        return FindingTexts.CHINESE.line(finding) + "\n    " + FindingTexts.ENGLISH.line(finding);
    }
}
