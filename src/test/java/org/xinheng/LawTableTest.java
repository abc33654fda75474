package org.xinheng;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The table of rules R1 to R22 in {@code src/docs/law.md} names code that is there and used, and tests that are there, or
 * says why a rule does not concern the service.
 */
class LawTableTest {
    private static final Path TABLE = Path.of("src/docs/law.md");
    private static final Pattern COMMENT = Pattern.compile("//[^\n]*|/\\*.*?\\*/", Pattern.DOTALL);
    private static final Pattern NAMED = Pattern.compile("`([^`]+)`");
    private static final String NONE_OF_OURS = "不涉及本服务，因为";
    private static final int RULES = 22;
    private static final int KEPT = 3;
    private static final int CODE = 4;
    private static final int TESTS = 5;

    @Test
    void every_rule_has_its_row() throws IOException {
        assertThat(rows().keySet())
                .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, RULES)
                        .mapToObj(number -> "R" + number)
                        .toList());
    }

    @TestFactory
    List<DynamicTest> a_rule_names_the_code_that_keeps_it_and_the_tests_that_hold_it() throws IOException {
        Map<String, String> code = sources(Path.of("src/main/java"));
        Map<String, String> tests = sources(Path.of("src/test/java"));
        List<DynamicTest> all = new ArrayList<>();
        rows().forEach((rule, cells) -> all.add(DynamicTest.dynamicTest(rule, () -> {
            if (cells[KEPT].strip().startsWith(NONE_OF_OURS)) {
                assertThat(named(cells[CODE] + cells[TESTS]))
                        .as("what does not concern the service is not held by it")
                        .isEmpty();
                return;
            }
            assertThat(named(cells[CODE]))
                    .isNotEmpty()
                    .allSatisfy(name -> assertThat(
                                    name.endsWith(".drl")
                                            ? Files.exists(Path.of("rules", name))
                                            : code.containsKey(name))
                            .as(name)
                            .isTrue())
                    .allSatisfy(name -> assertThat(name.endsWith(".drl") || isUsed(name, code))
                            .as(name + " is used by main code")
                            .isTrue());
            assertThat(named(cells[TESTS])).isNotEmpty().allSatisfy(name -> {
                String[] parts = name.split("\\.", 2);
                assertThat(tests).containsKey(parts[0]);
                assertThat(tests.get(parts[0])).contains(" " + parts[1] + "(");
            });
        })));
        return all;
    }

    /** Whether another class names it, outside comments; or it is a resource, which the framework finds. */
    private static boolean isUsed(String name, Map<String, String> code) {
        Pattern word = Pattern.compile("(?<![\\w.])" + name + "\\b");
        return code.get(name).contains("@Path(")
                || code.entrySet().stream()
                        .filter(each -> !each.getKey().equals(name))
                        .anyMatch(each -> word.matcher(
                                        COMMENT.matcher(each.getValue()).replaceAll(""))
                                .find());
    }

    private static List<String> named(String cell) {
        return NAMED.matcher(cell)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }

    private static Map<String, String[]> rows() throws IOException {
        Map<String, String[]> rows = new HashMap<>();
        for (String line : Files.readAllLines(TABLE, StandardCharsets.UTF_8)) {
            if (line.matches("\\| R[0-9]+ \\|.*")) {
                String[] cells = line.split("\\|", -1);
                rows.put(cells[1].strip(), cells);
            }
        }
        return rows;
    }

    private static Map<String, String> sources(Path folder) throws IOException {
        Map<String, String> sources = new HashMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".java")).toList()) {
                sources.put(file.getFileName().toString().replace(".java", ""), Files.readString(file));
            }
        }
        return sources;
    }
}
