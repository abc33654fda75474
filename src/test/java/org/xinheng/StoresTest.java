package org.xinheng;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How stores read their rows; src/docs/architecture.md says it in words. */
class StoresTest {
    private static final Pattern UNTYPED_ROW = Pattern.compile(
            "\\(Object\\[]\\)|<Object\\[]>|\\bObject\\[] \\w+ =|\\bTuple\\b|\\(Number\\)|Panache\\.getEntityManager");
    private static final Pattern CLASS_COMMENT =
            Pattern.compile("/\\*\\*((?:(?!\\*/).)*)\\*/\\s*(?:@\\S+\\s+)*(?:public )?class", Pattern.DOTALL);
    private static final Pattern WAY_OF_ASKING = Pattern.compile("\\b(SQL|Panache|JDBC|COPY)\\b");

    @Test
    void no_store_casts_the_columns_of_a_row() throws IOException {
        assertThat(stores()).isNotEmpty().allSatisfy(store -> {
            String text = Files.readString(store);
            assertThat(UNTYPED_ROW.matcher(text).results().map(found -> found.group()))
                    .as("%s; make each row a record: createNativeQuery(sql, Row.class)", store)
                    .isEmpty();
        });
    }

    @Test
    void every_store_says_whether_it_uses_panache_or_sql() throws IOException {
        List<Path> inPostgres = stores().stream()
                .filter(store -> store.getFileName().toString().endsWith("InPostgres.java"))
                .toList();
        assertThat(inPostgres)
                .isNotEmpty()
                .allSatisfy(store -> assertThat(CLASS_COMMENT
                                .matcher(Files.readString(store))
                                .results()
                                .map(found -> found.group(1)))
                        .as("the comment of %s", store)
                        .first()
                        .asString()
                        .containsPattern(WAY_OF_ASKING));
    }

    private static List<Path> stores() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            return files.filter(file -> file.getParent().endsWith("store"))
                    .filter(file -> file.toString().endsWith(".java"))
                    .toList();
        }
    }
}
