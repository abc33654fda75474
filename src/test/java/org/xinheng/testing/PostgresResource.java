package org.xinheng.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xinheng.app.postgres.DatabaseAddress;
import org.xinheng.app.startup.KeysFile;

/** Gives every service under test a database of its own; registered as a service, so no test names it. */
public class PostgresResource implements QuarkusTestResourceLifecycleManager {
    /** Setting that names the template of the service's database. */
    static final String TEMPLATE = "xinheng.test.template";

    private static final Path KEYS = TestPostgres.PROGRAMS.resolveSibling("test-keys.properties");

    private boolean settableClock;

    @Override
    public void setContext(Context context) {
        settableClock = settableClock(context.testProfile());
    }

    private static boolean settableClock(@Nullable String profile) {
        if (profile == null) {
            return false;
        }
        try {
            Object made = Class.forName(profile, true, Thread.currentThread().getContextClassLoader())
                    .getDeclaredConstructor()
                    .newInstance();
            return ((QuarkusTestProfile) made)
                    .getEnabledAlternatives().stream()
                            .anyMatch(each -> each.getName().equals(SettableClock.class.getName()));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(profile, e);
        }
    }

    @Override
    public Map<String, String> start() {
        String template = ServiceTemplate.name(settableClock);
        DatabaseAddress database = TestPostgres.database(template);
        KeysFile.createIfMissing(KEYS);
        return Map.of(
                "quarkus.datasource.jdbc.url",
                database.url(),
                "quarkus.datasource.username",
                database.user(),
                "quarkus.datasource.password",
                database.password(),
                "xinheng.database",
                "embedded",
                "xinheng.keys-file",
                KEYS.toString(),
                TEMPLATE,
                template);
    }

    @Override
    public void stop() {
        // the server stops with the JVM; the next run drops the database
    }
}
