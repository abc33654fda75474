package org.xinheng.bench.service;

import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.postgresql.PGConnection;

/** PostgreSQL's own COPY of the rows that the last batch came to, into empty tables with the same columns and indexes. */
@Path("/bench/copy")
@Singleton
public class CopyResource {
    private static final String OF_LAST = " where known_at = (select max(number) from listing_commit)";
    private static final Map<String, String> ROWS = rows();

    private final AgroalDataSource dataSource;

    CopyResource(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    private static Map<String, String> rows() {
        Map<String, String> rows = new LinkedHashMap<>();
        for (String table : List.of("subject", "subject_identifier", "subject_name", "listing")) {
            rows.put(table, "select * from " + table + OF_LAST);
        }
        rows.put(
                "listing_facts",
                "select f.* from listing_facts f join listing l on l.id = f.listing_id where l.known_at ="
                        + " (select max(number) from listing_commit)");
        return rows;
    }

    /** Seconds that COPY takes for all tables together, in one transaction. */
    @POST
    @Produces(MediaType.TEXT_PLAIN)
    public String copy() throws Exception {
        Map<String, java.nio.file.Path> files = new LinkedHashMap<>();
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            var copies = connection.unwrap(PGConnection.class).getCopyAPI();
            for (Map.Entry<String, String> table : ROWS.entrySet()) {
                java.nio.file.Path file = Files.createTempFile("xinheng-copy", ".rows");
                files.put(table.getKey(), file);
                try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
                    copies.copyOut("copy (" + table.getValue() + ") to stdout", out);
                }
                statement.execute("drop table if exists bench_" + table.getKey());
                statement.execute("create table bench_" + table.getKey() + " (like " + table.getKey()
                        + " including defaults including constraints including indexes)");
            }
            connection.commit();
            long begun = System.nanoTime();
            for (Map.Entry<String, java.nio.file.Path> file : files.entrySet()) {
                try (InputStream in = new BufferedInputStream(Files.newInputStream(file.getValue()))) {
                    copies.copyIn("copy bench_" + file.getKey() + " from stdin", in);
                }
            }
            connection.commit();
            double seconds = (System.nanoTime() - begun) / 1e9;
            for (String table : ROWS.keySet()) {
                statement.execute("drop table bench_" + table);
            }
            connection.commit();
            return Double.toString(seconds);
        } finally {
            for (java.nio.file.Path file : files.values()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
