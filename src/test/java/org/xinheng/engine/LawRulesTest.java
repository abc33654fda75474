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
import org.kie.api.KieServices;
import org.kie.api.runtime.KieContainer;

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

    @Test
    void this_build_brings_its_rules_compiled_and_they_are_those_that_compiling_the_texts_gives() {
        CompiledLaw shipped = CompiledLaw.shipped(LawRules.contentHash()).orElseThrow();
        var services = KieServices.get();
        var loader = getClass().getClassLoader();

        var read = services.newKieContainer(shipped.module().getReleaseId(), loader);
        var compiled = services.newKieContainer(
                CompiledLaw.compile(LawRules.texts(), "compiled-now").getReleaseId(), loader);

        assertThat(rules(read)).isNotEmpty().isEqualTo(rules(compiled));
    }

    @Test
    void texts_of_another_build_are_not_taken_for_those_of_this_one() {
        var texts = new java.util.LinkedHashMap<>(LawRules.texts());
        texts.computeIfPresent(
                "40-conflicts.drl",
                (file, text) -> (new String(text, StandardCharsets.UTF_8) + "\n").getBytes(StandardCharsets.UTF_8));

        assertThat(CompiledLaw.shipped(LawRules.contentHash(texts))).isEmpty();
        assertThat(LawRules.newKnowledgeBase(texts)
                        .getKiePackage("org.xinheng.rules")
                        .getRules())
                .hasSize(10);
    }

    /** Names and, since Drools names a generated condition by what it says, conditions. */
    private static java.util.Map<String, String> rules(KieContainer container) {
        java.util.Map<String, String> rules = new java.util.TreeMap<>();
        container.getKieBase().getKiePackage("org.xinheng.rules").getRules().forEach(rule -> {
            var lhs = ((org.drools.base.definitions.rule.impl.RuleImpl) rule).getLhs();
            rules.put(rule.getName(), lhs.getChildren().toString());
        });
        return rules;
    }
}
