package org.xinheng.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.xinheng.testing.ServiceWithProfileSuite;

/** The suites by which the build runs the tests of the service hold every one of them, each in its suite. */
class TestRunsTest {
    @Test
    void the_suite_with_profiles_names_exactly_the_tests_that_declare_one() {
        String names = String.join("|", namesOfTestsThatDeclare("@TestProfile("));
        assertThat(ServiceWithProfileSuite.EVERY).isEqualTo(".*[.](" + names + ")");
    }

    @Test
    void a_test_that_starts_the_service_has_a_name_by_which_its_suite_knows_it() {
        assertThat(namesOfTestsThatDeclare("@QuarkusTest"))
                .isNotEmpty()
                .allMatch(name -> name.endsWith("ApiTest") || name.endsWith("ServiceTest"));
    }

    private static List<String> namesOfTestsThatDeclare(String annotation) {
        return ProjectFiles.below(ProjectFiles.TESTS, ".java").entrySet().stream()
                .filter(test -> test.getValue().contains("\n" + annotation))
                .map(test -> test.getKey().getFileName().toString().replace(".java", ""))
                .sorted()
                .toList();
    }
}
