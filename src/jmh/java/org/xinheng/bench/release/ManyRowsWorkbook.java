package org.xinheng.bench.release;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.xinheng.exchange.workbook.DecisionTableFiles;
import org.xinheng.release.Workbook;

/**
 * One workbook with any number of rows that pass the gate, each with a case that reaches it. Rows and cases of a real
 * workbook are repeated, each copy in force on one day of its own.
 */
public final class ManyRowsWorkbook {
    /** The workbook whose rows are repeated; beside the copies it would cover them. */
    public static final String MADE_OF = "memoranda/wage-arrears.xlsx";

    private static final String NAME = "memoranda/many-rows.xlsx";
    private static final String SOURCE = "memoranda/wage-arrears.txt";
    private static final int COLUMNS_MAX = 40;
    private static final Set<String> TERMS = Set.of("LIST_PERIOD", "UNTIL_PERFORMED");
    /** Long before and after every day that a copy is in force. */
    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 11, 22);

    private static final LocalDate LISTED_UNTIL = LocalDate.of(2036, 12, 31);

    private record Sheet(List<String> headings, List<Map<String, String>> rows) {}

    private record Model(Map<String, String> row, Map<String, String> test) {}

    private ManyRowsWorkbook() {}

    /** The registers of the repository and one workbook of so many rows. */
    static List<Workbook> workbooks(Path decisionTables, int rows) throws IOException {
        return workbooks(decisionTables, rows, 0);
    }

    /**
     * That workbook alone, to be handed in in the place of {@link #MADE_OF}.
     *
     * @param daysLater by which all its rows lie later: as many workbooks as days that differ
     */
    public static Workbook workbook(Path decisionTables, int rows, int daysLater) throws IOException {
        return workbooks(decisionTables, rows, daysLater).stream()
                .filter(workbook -> workbook.name().equals(NAME))
                .findFirst()
                .orElseThrow();
    }

    private static List<Workbook> workbooks(Path decisionTables, int rows, int daysLater) throws IOException {
        Path folder = Files.createTempDirectory("xinheng-many-rows");
        try {
            Path texts = Files.createDirectories(folder.resolve("text/memoranda"));
            Files.copy(decisionTables.resolve("text/registers.txt"), folder.resolve("text/registers.txt"));
            Map<String, Sheet> sheets = read(decisionTables.resolve("text").resolve(SOURCE));
            Files.writeString(texts.resolve("many-rows.txt"), text(sheets, rows, daysLater), StandardCharsets.UTF_8);
            DecisionTableFiles.write(folder);
            return DecisionTableFiles.workbooks(folder);
        } finally {
            try (var files = Files.walk(folder)) {
                for (Path file : files.sorted(Collections.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private static String text(Map<String, Sheet> sheets, int wanted, int daysLater) {
        Sheet rules = sheet(sheets, "措施");
        Sheet tests = sheet(sheets, "测试");
        List<Model> models = models(rules, tests);
        List<String> ruleLines = new ArrayList<>();
        List<String> testLines = new ArrayList<>();
        for (int number = 0; number < wanted; number++) {
            Model model = models.get(number % models.size());
            String day = FIRST_DAY.plusDays(daysLater + number / models.size()).toString();
            String code = "DX-%05d".formatted(number + 1);
            Map<String, String> row = new HashMap<>(model.row());
            row.putAll(Map.of("行代码", code, "有效期自", day, "有效期至", day));
            Map<String, String> test = new HashMap<>(model.test());
            test.putAll(Map.of("用例", "T-" + code, "决策日", day, "到期日", LISTED_UNTIL.toString()));
            test.putAll(Map.of("期望适用", code, "期望截止", ""));
            ruleLines.add(line(rules.headings(), row));
            testLines.add(line(tests.headings(), test));
        }
        return "## 措施\n" + String.join("\t", rules.headings()) + "\n" + String.join("\n", ruleLines) + "\n\n## 测试\n"
                + String.join("\t", tests.headings()) + "\n" + String.join("\n", testLines) + "\n";
    }

    /** Cases that reach exactly one row, whose term and validity leave the day free; one for each row. */
    private static List<Model> models(Sheet rules, Sheet tests) {
        Map<String, Map<String, String>> byCode = new HashMap<>();
        rules.rows().forEach(row -> byCode.put(row.getOrDefault("行代码", ""), row));
        Map<String, Model> models = new LinkedHashMap<>();
        for (Map<String, String> test : tests.rows()) {
            String code = test.getOrDefault("期望适用", "");
            Map<String, String> row = byCode.get(code);
            if (row != null
                    && test.getOrDefault("期望保留", "").isEmpty()
                    && test.getOrDefault("同时在列", "").isEmpty()
                    && TERMS.contains(row.getOrDefault("期限", ""))
                    && row.getOrDefault("有效期自", "").isEmpty()
                    && row.getOrDefault("有效期至", "").isEmpty()) {
                models.putIfAbsent(code, new Model(row, test));
            }
        }
        return List.copyOf(models.values());
    }

    private static String line(List<String> headings, Map<String, String> cells) {
        return String.join(
                "\t", headings.stream().map(h -> cells.getOrDefault(h, "")).toList());
    }

    private static Sheet sheet(Map<String, Sheet> sheets, String name) {
        Sheet sheet = sheets.get(name);
        if (sheet == null) {
            throw new IllegalStateException(SOURCE + " has no sheet " + name);
        }
        return sheet;
    }

    private static Map<String, Sheet> read(Path text) throws IOException {
        Map<String, Sheet> sheets = new HashMap<>();
        Sheet sheet = null;
        for (String line : Files.readAllLines(text, StandardCharsets.UTF_8)) {
            if (line.startsWith("## ")) {
                sheet = new Sheet(new ArrayList<>(), new ArrayList<>());
                sheets.put(line.substring(3), sheet);
            } else if (sheet != null && !line.isBlank()) {
                List<String> cells = List.of(line.split("\t", COLUMNS_MAX));
                if (sheet.headings().isEmpty()) {
                    sheet.headings().addAll(cells);
                } else {
                    Map<String, String> row = new HashMap<>();
                    for (int i = 0; i < cells.size(); i++) {
                        row.put(sheet.headings().get(i), cells.get(i));
                    }
                    sheet.rows().add(row);
                }
            }
        }
        return sheets;
    }
}
