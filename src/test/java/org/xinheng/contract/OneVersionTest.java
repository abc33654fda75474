package org.xinheng.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The product, its contract and the frozen copies of the contract have one way to say which version they are. */
class OneVersionTest {
    private static final Pattern OF_THE_BUILD =
            Pattern.compile("<artifactId>xinheng</artifactId>\\s*<version>([^<]+)</version>");

    @Test
    void the_build_and_the_contract_have_one_version() throws IOException {
        Matcher build = OF_THE_BUILD.matcher(Files.readString(Path.of("pom.xml")));

        assertThat(build.find()).isTrue();
        assertThat(new Contract().document().at("/info/version").asText()).isEqualTo(build.group(1));
    }

    @Test
    void a_frozen_copy_of_the_contract_is_named_after_its_version() throws IOException {
        List<Path> copies;
        try (var files = Files.list(Path.of("openapi/released"))) {
            copies = files.toList();
        }
        assertThat(copies)
                .isNotEmpty()
                .allSatisfy(copy -> assertThat(new YAMLMapper()
                                .readTree(copy.toFile())
                                .at("/info/version")
                                .asText())
                        .isEqualTo(copy.getFileName().toString().replace(".yaml", "")));
    }
}
