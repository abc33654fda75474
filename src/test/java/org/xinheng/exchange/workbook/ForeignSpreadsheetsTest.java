package org.xinheng.exchange.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xinheng.exchange.workbook.GoodBook.RULES;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.xinheng.exchange.xlsx.PackageGuard;
import org.xinheng.release.Workbook;
import org.xinheng.release.gate.Finding;
import org.xinheng.release.gate.FindingCode;
import org.xinheng.release.gate.ParsedWorkbooks;
import org.xinheng.release.gate.Severity;
import org.xinheng.release.gate.check.Gate;

/** The spreadsheets that Drools tests itself with are none of ours: each is turned away with a word, and at once. */
class ForeignSpreadsheetsTest {
    private static final String ONE_OF_THEM = "/data/BasicWorkbook.drl.xls";
    private static final List<Workbook> GOOD = new GoodBook().workbooks();
    private static Map<String, byte[]> spreadsheets = Map.of();

    @BeforeAll
    static void read_the_jar() throws IOException {
        URL one = ForeignSpreadsheetsTest.class.getResource(ONE_OF_THEM);
        assertThat(one).as("drools-decisiontables, classifier tests").isNotNull();
        var found = new LinkedHashMap<String, byte[]>();
        JarFile jar = ((JarURLConnection) one.openConnection()).getJarFile();
        for (JarEntry entry : jar.stream().toList()) {
            if (entry.getName().matches(".*\\.(xls|xlsx|csv)")) {
                try (var in = jar.getInputStream(entry)) {
                    found.put(entry.getName().replace('/', '_').replace(' ', '_'), in.readAllBytes());
                }
            }
        }
        spreadsheets = found;
        assertThat(spreadsheets).hasSizeGreaterThan(50);
    }

    @Test
    @Timeout(value = 3, unit = TimeUnit.MINUTES)
    void as_they_are_each_is_turned_away_with_a_finding() {
        spreadsheets.forEach(ForeignSpreadsheetsTest::turnedAway);
    }

    @Test
    @Timeout(value = 15, unit = TimeUnit.MINUTES)
    void saved_as_xlsx_by_LibreOffice_each_is_turned_away_with_a_finding(@TempDir Path folder) throws Exception {
        var old = new LinkedHashMap<>(spreadsheets);
        old.keySet().removeIf(name -> !name.endsWith(".xls"));
        Map<String, byte[]> saved = LibreOffice.savedAsXlsx(old, folder);
        assertThat(saved.keySet()).containsExactlyInAnyOrderElementsOf(old.keySet());
        saved.forEach((name, bytes) -> {
            assertThat(PackageGuard.check(bytes).stream())
                    .as("%s is opened, unless it asks for another file", name)
                    .isSubsetOf(FindingCode.EXTERNAL_LINK);
            turnedAway(name, bytes);
        });
    }

    /** Handed in as a rule workbook beside good registers, and as the registers themselves. */
    private static void turnedAway(String name, byte[] bytes) {
        for (String as : List.of(RULES, Workbook.REGISTERS)) {
            ParsedWorkbooks reading = WorkbookReader.read(GOOD.stream()
                    .map(workbook -> workbook.name().equals(as) ? new Workbook(as, bytes) : workbook)
                    .toList());
            assertThat(reading.findings())
                    .as("%s as %s", name, as)
                    .filteredOn(finding -> finding.severity() == Severity.ERROR)
                    .extracting(Finding::workbook)
                    .contains(as);
            new Gate(reading, LocalDate.of(2026, 11, 24)).check();
        }
    }
}
