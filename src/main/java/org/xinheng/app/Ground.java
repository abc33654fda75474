package org.xinheng.app;

import java.util.Optional;
import org.xinheng.app.postgres.DataDirectory;
import org.xinheng.app.postgres.EmbeddedPostgres;

/**
 * What the service stands on: laid before Quarkus starts, taken up after Quarkus has stopped. With an outside database
 * there is nothing to lay; else the embedded one is started and its address handed to Quarkus as system properties.
 *
 * @param database the embedded database, if there is one
 */
record Ground(Optional<EmbeddedPostgres> database) implements AutoCloseable {
    /** Tells the rest of the application which database it stands on: {@code embedded} or {@code outside}. */
    static final String DATABASE = "xinheng.database";

    static Ground lay(Settings settings, boolean serving) {
        if (settings.outsideDatabase().isPresent()) {
            System.setProperty(DATABASE, "outside");
            return new Ground(Optional.empty());
        }
        var place = new DataDirectory(settings.dataDirectory(), () -> {});
        var database = serving ? EmbeddedPostgres.serve(place) : EmbeddedPostgres.visit(place);
        System.setProperty(DATABASE, "embedded");
        System.setProperty(Settings.JDBC_URL, database.address().url());
        System.setProperty("quarkus.datasource.username", database.address().user());
        System.setProperty("quarkus.datasource.password", database.address().password());
        return new Ground(Optional.of(database));
    }

    @Override
    public void close() {
        database.ifPresent(EmbeddedPostgres::close);
    }
}
