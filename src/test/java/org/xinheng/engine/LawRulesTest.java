package org.xinheng.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The files of rules/ are the ones that are compiled, and every rule says which invariant it keeps. */
class LawRulesTest {
    private static final Pattern RULE = Pattern.compile("(?m)^rule \"([^\"]*)\"");

    @Test
    void every_file_of_the_folder_is_compiled_in_the_order_of_reading() throws IOException {
        try (var files = Files.list(Path.of("rules"))) {
            assertThat(files.map(file -> file.getFileName().toString())
                            .filter(name -> name.endsWith(".drl"))
                            .sorted())
                    .containsExactlyElementsOf(LawRules.FILES);
        }
    }

    @Test
    void a_rule_begins_with_the_invariant_it_keeps_and_its_own_number() {
        List<String> ids = new ArrayList<>();
        LawRules.texts().values().forEach(text -> {
            var rules = RULE.matcher(new String(text, StandardCharsets.UTF_8));
            while (rules.find()) {
                assertThat(rules.group(1)).matches("L[1-8]-[0-9]+ .+");
                ids.add(rules.group(1).split(" ", -1)[0]);
            }
        });
        assertThat(ids).doesNotHaveDuplicates().hasSizeGreaterThan(8);
        assertThat(LawRules.newKnowledgeBase()
                        .getKiePackage("org.xinheng.rules")
                        .getRules())
                .extracting(rule -> rule.getName().split(" ", -1)[0])
                .containsExactlyInAnyOrderElementsOf(ids);
    }

    @Test
    void no_rule_jumps_the_queue_or_writes_to_a_fact() {
        LawRules.texts()
                .forEach((file, text) -> assertThat(new String(text, StandardCharsets.UTF_8))
                        .as(file)
                        .doesNotContain("salience", "modify", "update(", "insert", "retract", "delete("));
    }

    @Test
    void the_content_hash_is_that_of_names_and_texts() {
        assertThat(LawRules.contentHash()).matches("[0-9a-f]{64}").isEqualTo(LawRules.contentHash());
    }
}
