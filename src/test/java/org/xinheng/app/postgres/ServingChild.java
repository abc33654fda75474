package org.xinheng.app.postgres;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.concurrent.CountDownLatch;
import org.xinheng.app.startup.StartupRefused;

/**
 * Serves a database in a JVM of its own, commits rows into it, says so, and stays until it is killed. Arguments: data
 * directory, folder of PostgreSQL's programs, number of rows.
 */
final class ServingChild {
    private ServingChild() {}

    public static void main(String[] arguments) throws Exception {
        var place = new DataDirectory(Path.of(arguments[0]), Path.of(arguments[1]), () -> {});
        try {
            DatabaseAddress address = EmbeddedPostgres.serve(place).address();
            int rows = Integer.parseInt(arguments[2]);
            try (var connection = DriverManager.getConnection(address.url(), address.user(), address.password());
                    var statement = connection.createStatement()) {
                statement.execute("CREATE TABLE IF NOT EXISTS kept (number int PRIMARY KEY, word text)");
                for (int row = 1; row <= rows; row++) {
                    statement.execute("INSERT INTO kept VALUES (" + row + ", '信用') ON CONFLICT DO NOTHING");
                }
            }
            System.out.println("committed " + rows);
            new CountDownLatch(1).await();
        } catch (StartupRefused refused) {
            System.err.println(refused.getMessage());
            System.exit(1);
        }
    }
}
