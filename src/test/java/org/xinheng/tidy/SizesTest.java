package org.xinheng.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Main code is in small files and small packages. */
class SizesTest {
    private static final long LINES_MAX = 400;
    private static final long FILES_MAX = 35;

    @Test
    void no_file_has_more_than_400_lines() {
        assertThat(ProjectFiles.below(ProjectFiles.MAIN, ".java"))
                .isNotEmpty()
                .allSatisfy((file, text) ->
                        assertThat(text.lines().count()).as(file.toString()).isLessThanOrEqualTo(LINES_MAX));
    }

    @Test
    void no_package_has_more_than_35_files() {
        Map<Path, Long> files = ProjectFiles.below(ProjectFiles.MAIN, ".java").keySet().stream()
                .filter(file -> !file.endsWith("package-info.java"))
                .map(Path::getParent)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));

        assertThat(files).isNotEmpty();
        assertThat(files.entrySet().stream().filter(each -> each.getValue() > FILES_MAX))
                .isEmpty();
    }
}
