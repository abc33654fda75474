package org.xinheng;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages are in plain English; Chinese texts have Chinese punctuation. */
class PlainTextsTest {
    private static final Path MESSAGES = Path.of("src/main/resources/messages");
    private static final Path SOURCES = Path.of("src/main/java");

    /** Words that CONTRIBUTING.md replaces by others. */
    private static final Pattern NOT_PLAIN = Pattern.compile(
            "\\b(told|tells?|hand(ed)? (in|over)|take(n)? (in|up|back)|look(ed)? at|let (go|through)|gone|"
                    + "stands?|stood|words?|said|says|mend|whoever|nobody|anybody)\\b");

    private static final Pattern LOWER_CASE = Pattern.compile("[a-z`{0-9].*[^.]");
    private static final Pattern CODE = Pattern.compile("`[^`]*`|\\]\\([^)]*\\)|https?:\\S+");
    private static final Pattern HALF_WIDTH = Pattern.compile("[\\p{IsHan}”》〕），；：][,:;()]|[,:;()][\\p{IsHan}“《〔（]");
    private static final Pattern LITERAL =
            Pattern.compile("\"\"\"(.*?)\"\"\"|\"((?:[^\"\\\\\\n]|\\\\.)*)\"", Pattern.DOTALL);

    /**
     * Patterns over what others write, the name of the product in an English line, and the hints of the workbooks: they
     * stand in the shipped workbooks too and change with them.
     */
    private static final List<String> NOT_OUR_TEXT = List.of(
            "StructureCheck.java",
            "CellText.java",
            "StartupGreeting.java",
            "RegisterSheets.java",
            "ProcedureSheets.java",
            "Cells.java",
            "RuleSheets.java",
            "TestSheet.java");

    @ParameterizedTest
    @ValueSource(strings = {"errors_en.properties", "findings_en.properties"})
    void english_messages_are_plain_begin_in_lower_case_and_end_without_a_period(String file) throws IOException {
        assertThat(texts(file))
                .isNotEmpty()
                .allSatisfy((code, text) -> assertThat(text.toString())
                        .as(code.toString())
                        .matches(LOWER_CASE)
                        .doesNotContainPattern(NOT_PLAIN));
    }

    @ParameterizedTest
    @ValueSource(strings = {"errors_zh.properties", "findings_zh.properties"})
    void chinese_messages_have_chinese_punctuation(String file) throws IOException {
        assertThat(texts(file))
                .isNotEmpty()
                .allSatisfy((code, text) -> assertThat(withoutCode(text.toString()))
                        .as(code.toString())
                        .doesNotContainPattern(HALF_WIDTH)
                        .doesNotContainPattern("[,;]\\s*(?=[^\\s{])"));
    }

    @Test
    void chinese_texts_in_the_sources_have_chinese_punctuation() throws IOException {
        List<String> wrong = new ArrayList<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            files.filter(file -> file.toString().endsWith(".java")
                            && !NOT_OUR_TEXT.contains(file.getFileName().toString()))
                    .forEach(file -> wrong.addAll(halfWidth(file)));
        }
        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.zh-CN.md", "src/docs/law.md", "src/docs/tables.md", "decision-tables/CHANGELOG.md"})
    void chinese_documents_have_chinese_punctuation(String document) throws IOException {
        assertThat(withoutCode(Files.readString(Path.of(document)).replaceAll("(?s)```.*?```", ""))
                        .lines())
                .noneMatch(line -> HALF_WIDTH.matcher(line).find());
    }

    private static List<String> halfWidth(Path file) {
        List<String> wrong = new ArrayList<>();
        Matcher literals = LITERAL.matcher(read(file));
        while (literals.find()) {
            String text = withoutCode(literals.group());
            if (HALF_WIDTH.matcher(text).find()) {
                wrong.add(file + ": " + text);
            }
        }
        return wrong;
    }

    private static String withoutCode(String text) {
        return CODE.matcher(text).replaceAll("");
    }

    private static Properties texts(String file) throws IOException {
        Properties texts = new Properties();
        texts.load(new StringReader(Files.readString(MESSAGES.resolve(file))));
        return texts;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
