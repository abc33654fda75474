package org.xinheng.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinheng.exchange.workbook.DecisionTableFiles;
import org.xinheng.testing.ChildJvm;

/** What policy staff do with their folder of workbooks on the command line, in a JVM of its own, without a service. */
class TablesCommandsTest {
    private static final Path SHIPPED = Path.of("decision-tables").toAbsolutePath();
    private static final String PROCUREMENT = "memoranda/government-procurement.xlsx";

    @TempDir
    Path folder;

    @Test
    void the_shipped_tables_pass_and_nothing_is_started_or_left_behind() throws IOException {
        try (var check = run("check", SHIPPED.toString())) {
            assertThat(check.awaitEnd()).as(check::errors).isZero();
            assertThat(check.output().lines().reduce((first, last) -> last).orElseThrow())
                    .startsWith("错误 0 处，");
            assertThat(check.errors()).isEmpty();
        }
        assertThat(Files.exists(folder.resolve("data")))
                .as("a data folder, where the database would live")
                .isFalse();
    }

    @Test
    void an_error_is_told_with_its_cell_and_the_way_out_and_exits_with_1() throws IOException {
        Path tables = copy();
        edit(tables.resolve(PROCUREMENT), sheet -> cell(sheet, "ZFCG-001", "效力").setCellValue("FORBID"));
        try (var check = run("check", tables.toString())) {
            assertThat(check.awaitEnd()).isEqualTo(1);
            assertThat(check.output())
                    .contains("ERROR WORD_UNKNOWN " + PROCUREMENT + " 措施!T")
                    .contains("FORBID")
                    .contains("错误 1 处");
        }
        try (var check = run("check", "--english", tables.toString())) {
            assertThat(check.awaitEnd()).isEqualTo(1);
            assertThat(check.output()).contains("ERROR WORD_UNKNOWN " + PROCUREMENT + " 措施!T");
            assertThat(check.output()).contains("1 errors, ");
        }
    }

    @Test
    void a_failing_test_case_is_an_error() throws IOException {
        Path tables = copy();
        edit(tables.resolve(PROCUREMENT), sheet -> {
            XSSFSheet tests = sheet.getWorkbook().getSheet("测试");
            int column = column(tests.getRow(0), "期望截止");
            Row row = tests.getRow(1);
            row.getCell(column, Row.MissingCellPolicy.CREATE_NULL_AS_BLANK)
                    .setCellValue(row.getCell(column(tests.getRow(0), "期望适用")).getStringCellValue() + "=2031-01-01");
        });
        try (var check = run("check", tables.toString())) {
            assertThat(check.awaitEnd()).isEqualTo(1);
            assertThat(check.output()).contains("ERROR TEST_FAILED " + PROCUREMENT + " 测试!");
        }
    }

    @Test
    void an_old_or_macro_workbook_in_the_folder_is_not_passed_over() throws IOException {
        Path tables = copy();
        Files.copy(tables.resolve(PROCUREMENT), tables.resolve("memoranda/~$lock.xlsx"));
        Files.write(tables.resolve("memoranda/old.XLS"), new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0});
        try (var check = run("check", tables.toString())) {
            assertThat(check.awaitEnd()).isEqualTo(1);
            assertThat(check.output())
                    .contains("ERROR OLD_FORMAT memoranda/old.XLS")
                    .doesNotContain("~$lock");
        }
    }

    @Test
    void a_folder_that_is_not_there_is_a_wrong_word_on_the_command_line() {
        try (var check = run("check", folder.resolve("none").toString())) {
            assertThat(check.awaitEnd()).isEqualTo(2);
            assertThat(check.errors()).contains("is no folder").doesNotContain("\tat ");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void the_difference_of_two_folders_is_told_row_by_row_and_cell_by_cell() throws IOException {
        Path before = small("before");
        Path after = small("after");
        edit(after.resolve("memoranda/procurement.xlsx"), sheet -> {
            cell(sheet, "ZFCG-001", "效力").setCellValue("RESTRICT");
            cell(sheet, "ZFCG-002", "行代码").setCellValue("ZFCG-902");
        });
        for (List<String> language : List.of(List.<String>of(), List.of("--english"))) {
            var words = new ArrayList<>(List.of("diff", before.toString(), after.toString()));
            words.addAll(language);
            try (var diff = run(words.toArray(String[]::new))) {
                assertThat(diff.awaitEnd()).as("B has errors now").isEqualTo(1);
                String ofTheGate = "ERROR TEST_ROW_UNKNOWN memoranda/procurement.xlsx 测试!AA3";
                assertThat(diff.output()).contains(ofTheGate);
                golden(
                        language.isEmpty() ? "command-zh.txt" : "command-en.txt",
                        diff.output().substring(0, diff.output().indexOf("ERROR ")));
            }
        }
        try (var diff = run("diff", SHIPPED.toString(), SHIPPED.toString())) {
            assertThat(diff.awaitEnd()).isZero();
            assertThat(diff.output()).startsWith("新增 0 行，删除 0 行，修改 0 行");
        }
    }

    @Test
    void mirrors_are_made_anew_for_what_changed_alone() throws IOException {
        Path tables = small("tables");
        try (var mirror = run("mirror", tables.toString())) {
            assertThat(mirror.awaitEnd()).as(mirror::errors).isZero();
        }
        edit(
                tables.resolve("memoranda/procurement.xlsx"),
                sheet -> cell(sheet, "ZFCG-001", "效力").setCellValue("RESTRICT"));
        Path text = tables.resolve("text/memoranda/procurement.txt");
        try (var mirror = run("mirror", tables.toString())) {
            assertThat(mirror.awaitEnd()).as(mirror::errors).isZero();
            assertThat(mirror.output().strip().lines()).containsExactly(text.toString());
        }
        assertThat(Files.readString(text).lines().filter(line -> line.startsWith("ZFCG-001\t")))
                .singleElement()
                .asString()
                .contains("\tRESTRICT\t");
    }

    /** {@code -Dxinheng.golden.write=true} writes the file anew, to be read before it is committed. */
    private static void golden(String name, String found) throws IOException {
        Path golden = Path.of("src/test/resources/difference").resolve(name);
        if (Boolean.getBoolean("xinheng.golden.write")) {
            Files.writeString(golden, found, StandardCharsets.UTF_8);
        }
        assertThat(found).isEqualTo(Files.readString(golden));
    }

    private ChildJvm run(String... words) throws IOException {
        var all = new ArrayList<>(List.of(
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager", // as the jar's own launcher sets it
                "-cp",
                ChildJvm.classPath(),
                "org.xinheng.app.Xinheng"));
        all.addAll(List.of(words));
        return ChildJvm.java(folder, Map.of(), all.toArray(String[]::new));
    }

    /** The small tables of the tests, as a folder. */
    private Path small(String name) throws IOException {
        Path tables = folder.resolve(name);
        Path texts = Files.createDirectories(tables.resolve("text/memoranda"));
        Path fixtures = Path.of("src/test/resources/tables");
        Files.copy(fixtures.resolve("registers.txt"), tables.resolve("text/registers.txt"));
        Files.copy(fixtures.resolve("procurement.txt"), texts.resolve("procurement.txt"));
        DecisionTableFiles.write(tables);
        return tables;
    }

    private Path copy() throws IOException {
        Path copy = folder.resolve("tables");
        try (Stream<Path> files = Files.walk(SHIPPED)) {
            for (Path file : files.toList()) {
                Path to = copy.resolve(SHIPPED.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(to);
                } else {
                    Files.copy(file, to, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
        return copy;
    }

    /** Edits the sheet 措施 as a spreadsheet program would. */
    private static void edit(Path file, Consumer<XSSFSheet> change) throws IOException {
        try (var in = new FileInputStream(file.toFile());
                var workbook = new XSSFWorkbook(in)) {
            change.accept(workbook.getSheet("措施"));
            try (OutputStream out = Files.newOutputStream(file)) {
                workbook.write(out);
            }
        }
    }

    private static org.apache.poi.ss.usermodel.Cell cell(XSSFSheet sheet, String code, String heading) {
        int column = column(sheet.getRow(7), heading);
        for (Row row : sheet) {
            if (row.getRowNum() > 7
                    && row.getCell(0) != null
                    && row.getCell(0).getStringCellValue().equals(code)) {
                return row.getCell(column, Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
            }
        }
        throw new IllegalStateException("no row " + code);
    }

    private static int column(Row headings, String heading) {
        for (var cell : headings) {
            if (cell.getStringCellValue().equals(heading)) {
                return cell.getColumnIndex();
            }
        }
        throw new IllegalStateException("no column " + heading);
    }
}
