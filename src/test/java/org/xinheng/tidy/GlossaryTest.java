package org.xinheng.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The words of the field are listed once, in order, each with a type that exists. */
class GlossaryTest {
    private static final Pattern ROW = Pattern.compile("\\| (.+) \\| (.+) \\| (.+) \\|");
    private static final Pattern TYPE = Pattern.compile("`([\\w.]+)`");

    @Test
    void rows_are_in_the_order_of_the_english_words() throws IOException {
        List<String> words = rows().stream()
                .map(row -> row.group(2).toLowerCase(Locale.ROOT))
                .toList();

        assertThat(words).hasSizeGreaterThan(80).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void every_type_named_exists() throws IOException {
        assertThat(rows())
                .allSatisfy(row -> assertThat(TYPE.matcher(row.group(3)).results())
                        .isNotEmpty()
                        .allSatisfy(type -> assertThat(Path.of(
                                        "src/main/java/org/xinheng",
                                        type.group(1).replace('.', '/') + ".java"))
                                .exists()));
    }

    private static List<Matcher> rows() throws IOException {
        String wordsOfTheField =
                Files.readString(Path.of("src/docs/glossary.md")).split("\n## ")[0];
        return wordsOfTheField
                .lines()
                .map(ROW::matcher)
                .filter(Matcher::matches)
                .filter(row -> !row.group(2).equals("English") && !row.group(2).equals("---"))
                .toList();
    }
}
