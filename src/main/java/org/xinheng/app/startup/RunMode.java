package org.xinheng.app.startup;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How this process was started: what start-up work it does, and whether demonstration keys are good here. */
@Singleton
public class RunMode {
    /** Set by the main class: false while a command of the jar runs. */
    public static final String SERVING = "xinheng.serving";

    /** Set before Quarkus starts: {@code embedded} or {@code outside}. */
    public static final String DATABASE = "xinheng.database";

    private final boolean serving;
    private final boolean embeddedDatabase;
    private final boolean demonstration;

    @Inject
    RunMode(
            @ConfigProperty(name = SERVING, defaultValue = "true") boolean serving,
            @ConfigProperty(name = DATABASE, defaultValue = "outside") String database,
            ServiceSettings settings) {
        this.serving = serving;
        this.embeddedDatabase = database.equals("embedded");
        this.demonstration = settings.demonstration().orElse(true);
    }

    /** True for the service; false for a command, which loads no tables and makes no data. */
    public boolean serving() {
        return serving;
    }

    /** Whether the database is the embedded one. */
    public boolean embeddedDatabase() {
        return embeddedDatabase;
    }

    /** Whether demonstration data and keys are wanted and allowed: never on an outside database (design §8). */
    public boolean demonstration() {
        return embeddedDatabase && demonstration;
    }
}
