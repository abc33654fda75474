package org.xinheng.exchange.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinheng.release.Workbook;
import org.xinheng.release.gate.Finding;
import org.xinheng.release.gate.FindingCode;
import org.xinheng.release.gate.FindingTexts;
import org.xinheng.release.gate.ParsedWorkbooks;
import org.xinheng.release.gate.Severity;

/** The tables of this project, as they stand in {@code decision-tables/}. */
class DecisionTablesTest {
    private static final Path TABLES = Path.of("decision-tables");
    private static List<Workbook> workbooks = List.of();

    @BeforeAll
    static void read_the_files() throws IOException {
        workbooks = DecisionTableFiles.workbooks(TABLES);
    }

    @Test
    void the_gate_lets_them_through_and_every_test_case_passes() {
        assertThat(FindingsTest.findings(workbooks))
                .filteredOn(finding -> finding.severity() == Severity.ERROR)
                .extracting(FindingTexts.CHINESE::line)
                .isEmpty();
    }

    @Test
    void all_that_the_gate_says_of_them_is_which_law_nobody_has_read_and_which_lists_have_no_rows_yet() {
        assertThat(FindingsTest.findings(workbooks))
                .extracting(Finding::code)
                .isSubsetOf(
                        FindingCode.BASIS_UNVERIFIED,
                        FindingCode.LIST_KIND_WITHOUT_ROWS,
                        FindingCode.MEMORANDUM_WITHOUT_ROWS);
    }

    @Test
    void the_text_mirrors_are_in_step() throws IOException {
        for (Workbook workbook : workbooks) {
            String name = workbook.name().replace(".xlsx", ".txt");
            String text = Files.readString(TABLES.resolve("text").resolve(name));
            String mirror = DecisionTableFiles.mirrorOf(workbook);
            assertThat(text)
                    .as("text/%s; `mirror` makes it anew from the workbook", name)
                    .endsWith(mirror);
            assertThat(MirrorReader.read(text))
                    .as("remarks before it say nothing")
                    .isEqualTo(MirrorReader.read(mirror));
        }
        try (var texts = Files.walk(TABLES.resolve("text"))) {
            assertThat(texts.filter(Files::isRegularFile))
                    .as("a mirror a workbook")
                    .hasSameSizeAs(workbooks);
        }
    }

    @Test
    void saved_by_LibreOffice_they_say_the_same_and_pass_the_gate(@TempDir Path folder) throws Exception {
        List<Workbook> saved = savedByLibreOffice(folder);
        ParsedWorkbooks original = WorkbookReader.read(workbooks);
        ParsedWorkbooks again = WorkbookReader.read(saved);
        assertThat(again.findings()).extracting(FindingTexts.CHINESE::line).isEmpty();
        assertThat(again.content()).isEqualTo(original.content());
        assertThat(again.places()).isEqualTo(original.places());
        assertThat(FindingsTest.findings(saved))
                .extracting(FindingTexts.CHINESE::line)
                .isEqualTo(FindingsTest.findings(workbooks).stream()
                        .map(FindingTexts.CHINESE::line)
                        .toList());
    }

    private static List<Workbook> savedByLibreOffice(Path folder) throws Exception {
        var files = new LinkedHashMap<String, byte[]>();
        workbooks.forEach(workbook -> files.put(workbook.name().replace('/', '_'), workbook.bytes()));
        Map<String, byte[]> saved = LibreOffice.savedAsXlsx(files, folder);
        assertThat(saved).as("every workbook was opened").hasSameSizeAs(workbooks);
        return workbooks.stream()
                .map(workbook ->
                        new Workbook(workbook.name(), saved.get(workbook.name().replace('/', '_'))))
                .toList();
    }
}
