package org.xinheng.app;

import java.nio.file.Path;
import java.util.Optional;
import org.xinheng.app.postgres.DataDirectory;
import org.xinheng.app.postgres.EmbeddedPostgres;
import org.xinheng.app.startup.KeysFile;
import org.xinheng.app.startup.StartupRefused;

/**
 * What the service stands on: laid before Quarkus starts, taken up after Quarkus has stopped. With an outside database
 * there is only the keys file to look at; else the embedded one is started and its address handed to Quarkus as system
 * properties.
 *
 * @param database the embedded database, if there is one
 */
record Ground(Optional<EmbeddedPostgres> database) implements AutoCloseable {
    /** Tells the rest of the application which database it stands on: {@code embedded} or {@code outside}. */
    static final String DATABASE = "xinheng.database";

    private static final String OWN_KEYS = "keys.properties";

    /**
     * Lays the ground.
     *
     * @param serving whether the service starts, rather than a command
     * @throws StartupRefused when the keys file or the data directory is not as it must be
     */
    static Ground lay(Settings settings, boolean serving) {
        return settings.outsideDatabase().isPresent() ? outside(settings) : embedded(settings, serving);
    }

    private static Ground outside(Settings settings) {
        Path keys = settings.keysFile()
                .orElseThrow(() -> new StartupRefused("an outside database needs the keys of all its nodes; name their "
                        + "file with `XINHENG_KEYS_FILE`, and for a new database make one with `keys-file`"));
        KeysFile.read(keys);
        System.setProperty(DATABASE, "outside");
        return new Ground(Optional.empty());
    }

    private static Ground embedded(Settings settings, boolean serving) {
        Path ownKeys = settings.dataDirectory().resolve(OWN_KEYS);
        // own keys are made before the database, never after: new keys could not read what old ones sealed
        var place = new DataDirectory(
                settings.dataDirectory(),
                () -> settings.keysFile().ifPresentOrElse(KeysFile::read, () -> KeysFile.createIfMissing(ownKeys)));
        var database = serving ? EmbeddedPostgres.serve(place) : EmbeddedPostgres.visit(place);
        try {
            Path keys = settings.keysFile().orElse(ownKeys);
            KeysFile.read(keys);
            System.setProperty(DATABASE, "embedded");
            System.setProperty(Settings.KEYS_FILE, keys.toString());
            System.setProperty(Settings.JDBC_URL, database.address().url());
            System.setProperty("quarkus.datasource.username", database.address().user());
            System.setProperty("quarkus.datasource.password", database.address().password());
            return new Ground(Optional.of(database));
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
