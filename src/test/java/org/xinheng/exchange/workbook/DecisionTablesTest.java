package org.xinheng.exchange.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinheng.release.FindingTexts;
import org.xinheng.release.Reading;
import org.xinheng.release.Severity;
import org.xinheng.release.Workbook;

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
    void the_text_mirrors_are_in_step() throws IOException {
        for (Workbook workbook : workbooks) {
            String name = workbook.name().replace(".xlsx", ".txt");
            Mirror text =
                    MirrorReader.read(Files.readString(TABLES.resolve("text").resolve(name)));
            assertThat(MirrorReader.read(DecisionTableFiles.mirrorOf(workbook)))
                    .as("text/%s; make it anew from the workbook", name)
                    .isEqualTo(text);
        }
        try (var texts = Files.walk(TABLES.resolve("text"))) {
            assertThat(texts.filter(Files::isRegularFile))
                    .as("a mirror a workbook")
                    .hasSameSizeAs(workbooks);
        }
    }

    @Test
    void saved_by_LibreOffice_they_say_the_same(@TempDir Path folder) throws Exception {
        List<Workbook> saved = savedByLibreOffice(folder);
        Reading original = WorkbookReader.read(workbooks);
        Reading again = WorkbookReader.read(saved);
        assertThat(again.findings()).extracting(FindingTexts.CHINESE::line).isEmpty();
        assertThat(again.content()).isEqualTo(original.content());
        assertThat(again.places()).isEqualTo(original.places());
    }

    private static List<Workbook> savedByLibreOffice(Path folder) throws Exception {
        var saved = new ArrayList<Workbook>();
        Path in = Files.createDirectories(folder.resolve("in"));
        Path out = Files.createDirectories(folder.resolve("out"));
        var command = new ArrayList<>(List.of(
                "soffice",
                "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                "--headless",
                "--convert-to",
                "xlsx:Calc MS Excel 2007 XML",
                "--outdir",
                out.toString()));
        for (Workbook workbook : workbooks) {
            Path file = in.resolve(workbook.name().replace('/', '_'));
            Files.write(file, workbook.bytes());
            command.add(file.toString());
        }
        Process office;
        try {
            office = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException missing) {
            if (Boolean.getBoolean("xinheng.office.required")) {
                return fail("LibreOffice is required here and `soffice` is missing");
            }
            return abort("skipped: LibreOffice (`soffice`, Debian package libreoffice-calc) is missing");
        }
        assertThat(office.waitFor(10, TimeUnit.MINUTES)).as("LibreOffice ends").isTrue();
        for (Workbook workbook : workbooks) {
            Path file = out.resolve(workbook.name().replace('/', '_'));
            saved.add(new Workbook(workbook.name(), Files.readAllBytes(file)));
        }
        return saved;
    }
}
