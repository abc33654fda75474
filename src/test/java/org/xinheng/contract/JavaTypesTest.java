package org.xinheng.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The types of the domain that stand for schemas of the contract ({@code x-java-type} in its parts). */
class JavaTypesTest {
    @TestFactory
    List<DynamicTest> a_type_of_the_domain_has_what_its_schema_has() throws IOException {
        Map<String, JsonNode> schemas = new TreeMap<>();
        try (Stream<Path> parts = Files.list(Path.of("openapi/parts"))) {
            for (Path part : parts.sorted().toList()) {
                typed(part.getFileName().toString(), new YAMLMapper().readTree(Files.readString(part)), schemas);
            }
        }
        assertThat(schemas).isNotEmpty();
        List<DynamicTest> tests = new ArrayList<>();
        schemas.forEach((at, schema) -> tests.add(
                DynamicTest.dynamicTest(at + " as " + schema.path("x-java-type").asText(), () -> agrees(schema))));
        return tests;
    }

    private static void typed(String at, JsonNode node, Map<String, JsonNode> into) {
        if (node.path("x-java-type").asText().startsWith("org.xinheng.")) {
            into.put(at, node);
        }
        node.properties().forEach(each -> typed(at + "/" + each.getKey(), each.getValue(), into));
    }

    private static void agrees(JsonNode schema) throws ClassNotFoundException {
        Class<?> type = named(schema.path("x-java-type").asText());
        if (type.isEnum()) {
            Set<String> words = new LinkedHashSet<>();
            Stream.of("enum", "x-extensible-enum")
                    .forEach(keyword -> schema.path(keyword).forEach(word -> words.add(word.asText())));
            words.remove("null");
            assertThat(type.getEnumConstants())
                    .extracting(constant -> ((Enum<?>) constant).name())
                    .containsAll(words);
        } else if (schema.has("properties")) {
            List<String> properties = new ArrayList<>();
            schema.path("properties").fieldNames().forEachRemaining(properties::add);
            assertThat(Arrays.stream(type.getRecordComponents()).map(RecordComponent::getName))
                    .containsExactlyInAnyOrderElementsOf(properties);
        }
    }

    /** A class by the name that the source has for it, {@code org.xinheng.act.Act.Revocation}. */
    private static Class<?> named(String name) throws ClassNotFoundException {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException nested) {
            int dot = name.lastIndexOf('.');
            if (!Character.isUpperCase(name.charAt(name.lastIndexOf('.', dot - 1) + 1))) {
                throw nested;
            }
            return Class.forName(name.substring(0, dot) + "$" + name.substring(dot + 1));
        }
    }
}
