package org.xinheng.bench.service;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.UUID;
import org.xinheng.kernel.Identifier;
import org.xinheng.kernel.IdentifierScheme;
import org.xinheng.kernel.TimeOrderedId;
import org.xinheng.secrecy.LookupHash;

/**
 * What a decision is measured against: the same HTTP stack, key, connection pool and database, one SELECT by index, one
 * INSERT, one commit.
 */
@Path("/bench/bare")
@Singleton
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class BareResource {
    private final AgroalDataSource dataSource;
    private final LookupHash lookupHash;

    BareResource(AgroalDataSource dataSource, LookupHash lookupHash) {
        this.dataSource = dataSource;
        this.lookupHash = lookupHash;
    }

    /** The body that is sent. */
    public record Asked(String identifier, String text) {}

    /** The body that is answered. */
    public record Answered(UUID id, boolean found) {}

    void makeTable(@Observes StartupEvent started) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create table if not exists bench_entry"
                    + " (id uuid primary key, at timestamptz not null, text text not null)");
        }
    }

    /** Looks the subject up and keeps the request. */
    @POST
    @Transactional
    public Response ask(Asked asked) throws SQLException {
        byte[] lookup = lookupHash.of(new Identifier(IdentifierScheme.USCC, asked.identifier()));
        Instant now = Instant.now();
        UUID id = TimeOrderedId.at(now);
        boolean found;
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("select subject_id from subject_identifier where lookup = ?");
                PreparedStatement insert =
                        connection.prepareStatement("insert into bench_entry (id, at, text) values (?, ?, ?)")) {
            select.setBytes(1, lookup);
            try (ResultSet rows = select.executeQuery()) {
                found = rows.next();
            }
            insert.setObject(1, id);
            insert.setObject(2, now.atOffset(java.time.ZoneOffset.UTC));
            insert.setString(3, asked.text());
            insert.executeUpdate();
        }
        return Response.status(201).entity(new Answered(id, found)).build();
    }
}
