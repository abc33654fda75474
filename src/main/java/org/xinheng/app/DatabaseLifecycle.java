package org.xinheng.app;

import java.nio.file.Path;
import java.util.Optional;
import org.xinheng.app.postgres.DataDirectory;
import org.xinheng.app.postgres.EmbeddedPostgres;
import org.xinheng.app.startup.KeysFile;
import org.xinheng.app.startup.RunMode;
import org.xinheng.app.startup.StartupRefused;

/**
 * Starts the database before Quarkus and stops it afterwards. With an outside database only the keys file is checked;
 * otherwise the embedded one is started and its address passed to Quarkus as system properties.
 *
 * @param database the embedded database, if there is one
 */
record DatabaseLifecycle(Optional<EmbeddedPostgres> database) implements AutoCloseable {

    private static final String OWN_KEYS = "keys.properties";

    /**
     * Prepares the database.
     *
     * @param serving whether the service starts, rather than a command
     * @throws StartupRefused when the port is taken, or the keys file or the data directory is not as it must be
     */
    static DatabaseLifecycle start(Settings settings, boolean serving) {
        if (serving) {
            settings.http().checkFree();
            if (settings.http().thisMachineOnly()) {
                System.setProperty(HttpAddress.HOST, settings.http().host());
            }
        }
        return settings.outsideDatabase().isPresent() ? outside(settings) : embedded(settings, serving);
    }

    private static DatabaseLifecycle outside(Settings settings) {
        Path keys = settings.keysFile()
                .orElseThrow(() -> new StartupRefused("an outside database needs the keys of all its nodes; name their "
                        + "file with `XINHENG_KEYS_FILE`, and for a new database make one with `keys-file`"));
        KeysFile.read(keys);
        System.setProperty(RunMode.DATABASE, "outside");
        return new DatabaseLifecycle(Optional.empty());
    }

    private static DatabaseLifecycle embedded(Settings settings, boolean serving) {
        Path ownKeys = settings.dataDirectory().resolve(OWN_KEYS);
        // own keys are made before the database, never after: new keys could not read what old ones sealed
        var place = new DataDirectory(
                settings.dataDirectory(),
                () -> settings.keysFile().ifPresentOrElse(KeysFile::read, () -> KeysFile.createIfMissing(ownKeys)));
        var database = serving ? EmbeddedPostgres.serve(place) : EmbeddedPostgres.visit(place);
        try {
            Path keys = settings.keysFile().orElse(ownKeys);
            KeysFile.read(keys);
            System.setProperty(RunMode.DATABASE, "embedded");
            System.setProperty(Settings.KEYS_FILE, keys.toString());
            System.setProperty(Settings.JDBC_URL, database.address().url());
            System.setProperty("quarkus.datasource.username", database.address().user());
            System.setProperty("quarkus.datasource.password", database.address().password());
            return new DatabaseLifecycle(Optional.of(database));
        } catch (StartupRefused refused) {
            database.close();
            throw refused;
        }
    }

    @Override
    public void close() {
        database.ifPresent(EmbeddedPostgres::close);
    }
}
