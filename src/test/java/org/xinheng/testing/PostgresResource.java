package org.xinheng.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.nio.file.Path;
import java.util.Map;
import org.xinheng.app.postgres.DatabaseAddress;
import org.xinheng.app.startup.KeysFile;

/** Gives every {@code @QuarkusTest} run an empty database of its own; registered as a service, so no test names it. */
public class PostgresResource implements QuarkusTestResourceLifecycleManager {
    private static final Path KEYS = TestPostgres.PROGRAMS.resolveSibling("test-keys.properties");

    @Override
    public Map<String, String> start() {
        DatabaseAddress database = TestPostgres.emptyDatabase();
        KeysFile.createIfMissing(KEYS);
        return Map.of(
                "quarkus.datasource.jdbc.url", database.url(),
                "quarkus.datasource.username", database.user(),
                "quarkus.datasource.password", database.password(),
                "xinheng.database", "embedded",
                "xinheng.keys-file", KEYS.toString());
    }

    @Override
    public void stop() {
        // the server stops with the JVM; the next run drops the database
    }
}
