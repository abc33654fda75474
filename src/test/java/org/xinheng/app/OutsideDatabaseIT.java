package org.xinheng.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinheng.app.postgres.DatabaseAddress;
import org.xinheng.testing.ChildJvm;
import org.xinheng.testing.PackagedService;
import org.xinheng.testing.TestPostgres;

/** Setting up with the packaged jar and a database of the operator's own, as the operations page says. */
class OutsideDatabaseIT {
    @TempDir
    Path folder;

    @Test
    void an_outside_database_wants_its_keys_file_serves_made_keys_and_refuses_those_everybody_knows() {
        DatabaseAddress database = TestPostgres.emptyDatabase();
        Map<String, String> outside = Map.of(
                "QUARKUS_DATASOURCE_JDBC_URL", database.url(),
                "QUARKUS_DATASOURCE_USERNAME", database.user(),
                "QUARKUS_DATASOURCE_PASSWORD", database.password());
        ChildJvm withoutKeys = PackagedService.command(folder, outside, "keys", "list");
        assertThat(withoutKeys.process().exitValue()).isEqualTo(1);
        assertThat(withoutKeys.errors()).contains("XINHENG_KEYS_FILE");

        String keysFile = folder.resolve("keys.properties").toString();
        assertThat(PackagedService.command(folder, Map.of(), "keys-file", keysFile)
                        .process()
                        .exitValue())
                .isZero();
        Map<String, String> environment = new HashMap<>(outside);
        environment.put("XINHENG_KEYS_FILE", keysFile);
        environment.put("LC_ALL", "POSIX");

        try (PackagedService service = PackagedService.start(folder, environment)) {
            ChildJvm made = PackagedService.command(
                    folder,
                    environment,
                    "keys",
                    "create",
                    "--department",
                    "WH-CZJ",
                    "--roles",
                    "IMPLEMENTING_AGENCY",
                    "--label",
                    "procurement");
            String key = made.awaitLine("key=");
            String id = made.awaitLine("id=");
            assertThat(service.post("/v1/decisions", key, SettingUpIT.QUESTION).statusCode())
                    .isEqualTo(201);
            assertThat(service.post("/v1/decisions", "demo-procurement", SettingUpIT.QUESTION)
                            .statusCode())
                    .isEqualTo(401);
            assertThat(PackagedService.command(folder, environment, "keys", "list")
                            .output())
                    .contains(id, "WH-CZJ", "procurement")
                    .doesNotContain(key);
            assertThat(PackagedService.command(folder, environment, "keys", "revoke", id)
                            .process()
                            .exitValue())
                    .isZero();
            await().untilAsserted(() -> assertThat(service.post("/v1/decisions", key, SettingUpIT.QUESTION)
                            .statusCode())
                    .isEqualTo(401));
            assertThat(folder.resolve("data")).doesNotExist();
        }
        Map<String, String> demonstration = new HashMap<>(environment);
        demonstration.put("XINHENG_DEMONSTRATION", "true");
        ChildJvm refused = PackagedService.command(folder, demonstration);
        assertThat(refused.process().exitValue()).isEqualTo(1);
        assertThat(refused.errors()).contains("XINHENG_DEMONSTRATION");
        assertThat(List.of(refused.output().split("\n"))).noneMatch(line -> line.contains("answers at"));
    }
}
