package org.xinheng.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Names of types and methods of main code: none twice, none with a word that the glossary rules out. */
class NamesTest {
    private static final Pattern DECLARED =
            Pattern.compile("\\b(?:class|interface|enum|record)\\s+([A-Z]\\w*)|[\\w>\\]]\\s+([a-z]\\w*)\\s*\\(");
    private static final Pattern COMMENT_OR_TEXT =
            Pattern.compile("\"\"\"[\\s\\S]*?\"\"\"|\"(?:\\\\.|[^\"\\\\])*\"|/\\*[\\s\\S]*?\\*/|//[^\\n]*");
    private static final Pattern WORD = Pattern.compile("[A-Z]?[a-z]+|[A-Z]+(?![a-z])");
    private static final String TABLE = "## Words not used in names";
    private static final Pattern RULED_OUT = Pattern.compile("(?m)^\\| `([a-z ]+)` \\|");

    @Test
    void no_two_types_have_one_name() {
        Map<String, List<Path>> places = new TreeMap<>();
        ProjectFiles.below(ProjectFiles.MAIN, ".java").keySet().stream()
                .filter(file -> !file.endsWith("package-info.java"))
                .forEach(file -> places.computeIfAbsent(file.getFileName().toString(), name -> new ArrayList<>())
                        .add(file));
        assertThat(places.values().stream().filter(files -> files.size() > 1)).isEmpty();
    }

    @Test
    void no_name_has_a_word_that_the_glossary_rules_out() {
        List<List<String>> ruledOut = ruledOut();
        assertThat(ruledOut).isNotEmpty();
        List<String> found = new ArrayList<>();
        ProjectFiles.below(ProjectFiles.MAIN, ".java")
                .forEach((file, text) -> names(text)
                        .filter(name -> ruledOut.stream().anyMatch(words -> has(name, words)))
                        .forEach(name -> found.add(file + ": " + name)));
        assertThat(found).isEmpty();
    }

    /** The table "Words not used in names" of the glossary. */
    private static List<List<String>> ruledOut() {
        String glossary = ProjectFiles.text(Path.of("src/docs/glossary.md"));
        return RULED_OUT
                .matcher(glossary.substring(glossary.indexOf(TABLE)))
                .results()
                .map(row -> List.of(row.group(1).split(" ")))
                .toList();
    }

    private static Stream<String> names(String text) {
        return DECLARED
                .matcher(COMMENT_OR_TEXT.matcher(text).replaceAll(" "))
                .results()
                .flatMap(match -> Stream.of(1, 2).map(match::group))
                .filter(name -> name != null)
                .collect(Collectors.toCollection(java.util.TreeSet::new))
                .stream();
    }

    private static boolean has(String name, List<String> words) {
        List<String> parts = WORD.matcher(name)
                .results()
                .map(part -> part.group().toLowerCase(java.util.Locale.ROOT))
                .toList();
        return java.util.Collections.indexOfSubList(parts, words) >= 0;
    }
}
