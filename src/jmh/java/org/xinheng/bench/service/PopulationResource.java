package org.xinheng.bench.service;

import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Subjects and listings by the hundred thousand, written past the use cases; and whom one can ask about. They are as
 * decisions read them, but stand in no log, and no agency is told of them: nothing works on them in the background while
 * something is measured.
 */
@Path("/bench")
@Singleton
public class PopulationResource {
    private final AgroalDataSource dataSource;
    private final SyntheticRows syntheticRows;

    PopulationResource(AgroalDataSource dataSource, SyntheticRows syntheticRows) {
        this.dataSource = dataSource;
        this.syntheticRows = syntheticRows;
    }

    /** Organisations that stand on a list, one identifier a line. */
    @GET
    @Path("identifiers")
    @Produces(MediaType.TEXT_PLAIN)
    public String identifiers() throws SQLException {
        StringBuilder lines = new StringBuilder();
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select i.plain from subject_identifier i where i.scheme ="
                        + " 'USCC' and exists (select 1 from listing l where l.subject_id = i.subject_id)"
                        + " order by md5(i.plain) limit 2000")) {
            while (rows.next()) {
                lines.append(rows.getString(1)).append('\n');
            }
        }
        return lines.toString();
    }

    /**
     * Adds listings, three a subject, as one commit, by COPY and without the triggers: neither foreign keys, which hold by
     * construction, nor the announcement of the commit.
     */
    @POST
    @Path("listings")
    @Produces(MediaType.TEXT_PLAIN)
    public String add(@QueryParam("from") int from, @QueryParam("count") int count) throws SQLException, IOException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            try {
                statement.execute("set local session_replication_role = replica");
                long commit = open(connection);
                syntheticRows.copy(connection, from, count, commit);
                try (PreparedStatement passed = connection.prepareStatement(
                        "update task_progress set known_at = ?, listing_id = 'ffffffff-ffff-ffff-ffff-ffffffffffff'")) {
                    passed.setLong(1, commit);
                    passed.executeUpdate();
                }
                connection.commit();
            } catch (SQLException | IOException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        }
        return "added";
    }

    private static long open(Connection connection) throws SQLException {
        try (PreparedStatement open =
                connection.prepareStatement("insert into listing_commit (number, at, kind, list_kinds)"
                        + " select coalesce(max(number), 0) + 1, now(), 'BATCH', ? from listing_commit"
                        + " returning number")) {
            open.setArray(1, connection.createArrayOf("text", SyntheticRows.listKinds()));
            try (ResultSet number = open.executeQuery()) {
                number.next();
                return number.getLong(1);
            }
        }
    }

    /** Brings the planner's statistics up to date, and the maps by which an index alone answers, as time would. */
    @POST
    @Path("analyze")
    public void analyze() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("vacuum (analyze)");
            statement.execute("checkpoint");
        }
    }
}
