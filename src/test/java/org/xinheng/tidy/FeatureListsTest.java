package org.xinheng.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The list of features in documents is what each {@code package-info.java} says; {@code -Dxinheng.write=true} writes it. */
class FeatureListsTest {
    private static final Pattern BLOCK = Pattern.compile("(<!-- features: .*? -->\\n)[\\s\\S]*?(<!-- /features -->)");
    private static final Pattern SAYS =
            Pattern.compile("/\\*\\*([\\s\\S]*?)\\*/\\s*@Feature\\(\\s*name = \"([a-z.]+)\"");

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "src/docs/architecture.md"})
    void a_document_lists_every_feature_with_what_it_is(String document) throws IOException {
        Path file = Path.of(document);
        String text = Files.readString(file);
        Matcher block = BLOCK.matcher(text);
        assertThat(block.find()).as("%s has a block of features", document).isTrue();
        String expected =
                text.substring(0, block.start()) + block.group(1) + features() + text.substring(block.start(2));
        if (Boolean.getBoolean("xinheng.write")) {
            Files.writeString(file, expected);
        }
        assertThat(Files.readString(file)).isEqualTo(expected);
    }

    private static String features() {
        Map<String, String> features = new TreeMap<>();
        ProjectFiles.below(ProjectFiles.MAIN, "package-info.java").values().forEach(text -> {
            if (text.contains("@Feature(")) {
                Matcher says = SAYS.matcher(text);
                assertThat(says.find()).as("a comment in %s", text).isTrue();
                features.put(says.group(2), sentence(says.group(1)));
            }
        });
        StringBuilder list = new StringBuilder("\n");
        features.forEach((name, is) -> list.append("- `%s`: %s\n".formatted(name, is)));
        return list.append('\n').toString();
    }

    /** The first sentence of the comment on one line. */
    private static String sentence(String comment) {
        String line = comment.replaceAll("\\s*\\n\\s*\\*\\s*", " ")
                .replaceAll("\\{@code ([^}]*)}", "`$1`")
                .strip();
        int end = line.indexOf(". ");
        return end < 0 ? line : line.substring(0, end + 1);
    }
}
