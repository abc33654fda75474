package org.xinheng.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of settings in operations.md says what the mappings say. {@code -Dxinheng.settings.write=true} writes it. */
class SettingsTest {
    private static final Path SOURCES = Path.of("src/main/java");
    private static final Path OPERATIONS = Path.of("src/docs/operations.md");
    private static final String BEGIN = "<!-- settings -->\n";
    private static final String END = "<!-- end of settings -->\n";

    @Test
    void the_table_of_settings_is_what_the_mappings_say() throws IOException {
        String page = Files.readString(OPERATIONS);
        int begin = page.indexOf(BEGIN) + BEGIN.length();
        int end = page.indexOf(END);
        String table = table();
        if (Boolean.getBoolean("xinheng.settings.write")) {
            Files.writeString(OPERATIONS, page.substring(0, begin) + table + page.substring(end));
        } else {
            assertThat(page.substring(begin, end)).isEqualTo(table);
        }
    }

    private static String table() throws IOException {
        Map<String, String> rows = new TreeMap<>();
        for (Class<?> mapping : mappings()) {
            String source = Files.readString(source(mapping));
            add(mapping, mapping.getAnnotation(ConfigMapping.class).prefix(), source, rows);
        }
        return "| setting | environment variable | default | meaning |\n| --- | --- | --- | --- |\n"
                + String.join("", rows.values());
    }

    private static void add(Class<?> group, String prefix, String source, Map<String, String> rows) {
        for (Method method : group.getDeclaredMethods()) {
            WithName named = method.getAnnotation(WithName.class);
            String name = prefix + "." + (named == null ? kebab(method.getName()) : named.value());
            if (method.getReturnType().getEnclosingClass() == null) {
                WithDefault value = method.getAnnotation(WithDefault.class);
                rows.put(
                        name,
                        "| `%s` | `%s` | %s | %s |\n"
                                .formatted(
                                        name,
                                        name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_"),
                                        value == null ? "" : "`" + value.value() + "`",
                                        meaning(group, method, source)));
            } else {
                add(method.getReturnType(), name, source, rows);
            }
        }
    }

    private static String meaning(Class<?> group, Method method, String source) {
        String body = source.substring(source.indexOf("interface " + group.getSimpleName() + " {"));
        Matcher comment = Pattern.compile(
                        "/\\*\\*((?:(?!\\*/).)*)\\*/\\s+(?:@\\w+\\(\"[^\"]*\"\\)\\s+)*[\\w<>]+ " + method.getName()
                                + "\\(\\);",
                        Pattern.DOTALL)
                .matcher(body);
        assertThat(comment.find()).as("a doc comment of %s", method).isTrue();
        return comment.group(1)
                .replaceAll("\\s*\\n\\s*\\*\\s*", " ")
                .replaceAll("\\{@code ([^}]*)}", "`$1`")
                .strip();
    }

    private static String kebab(String name) {
        return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    private static List<Class<?>> mappings() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            List<Class<?>> mappings = files.filter(file -> file.toString().endsWith("Settings.java"))
                    .<Class<?>>map(SettingsTest::type)
                    .filter(type -> type.isAnnotationPresent(ConfigMapping.class))
                    .toList();
            assertThat(mappings).isNotEmpty();
            return mappings;
        }
    }

    private static Class<?> type(Path file) {
        String name = SOURCES.relativize(file).toString().replace(".java", "").replace('/', '.');
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path source(Class<?> type) {
        return SOURCES.resolve(type.getName().replace('.', '/') + ".java");
    }
}
