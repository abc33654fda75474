package org.xinheng.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import org.xinheng.app.postgres.DatabaseAddress;

/** Gives every {@code @QuarkusTest} run an empty database of its own; registered as a service, so no test names it. */
public class PostgresResource implements QuarkusTestResourceLifecycleManager {
    @Override
    public Map<String, String> start() {
        DatabaseAddress database = TestPostgres.emptyDatabase();
        return Map.of(
                "quarkus.datasource.jdbc.url", database.url(),
                "quarkus.datasource.username", database.user(),
                "quarkus.datasource.password", database.password(),
                "xinheng.database", "embedded");
    }

    @Override
    public void stop() {
        // the server stops with the JVM; the next run drops the database
    }
}
