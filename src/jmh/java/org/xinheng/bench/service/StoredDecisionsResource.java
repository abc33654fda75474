package org.xinheng.bench.service;

import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Many stored decisions from those that the service has made: each is kept again under ids of its own, with the same
 * request, answer, trace and sealed identifier. Each of them can be decided again; none stands in the log.
 */
@Path("/bench/decisions")
@Singleton
public class StoredDecisionsResource {
    /** Time and version of the id stay, so that the copy lies in the same millisecond. */
    private static final String COPY = """
            with made as materialized (
                select d.*, (left(d.id::text, 15) || substr(gen_random_uuid()::text, 16))::uuid as copy
                from decision d, generate_series(1, ?)),
            kept as (
                insert into decision (id, decided_at, as_of, department, caller_key, matter, region, outcome, case_number,
                    subject_type, subject_lookup, release_id, watermark, engine_version, request, answer, trace)
                select copy, decided_at, as_of, department, caller_key, matter, region, outcome, case_number,
                    subject_type, subject_lookup, release_id, watermark, engine_version, request,
                    replace(answer, id::text, copy::text), replace(trace, id::text, copy::text)
                from made
                returning id)
            insert into decision_personal (decision_id, cipher)
            select m.copy, p.cipher from made m join decision_personal p on p.decision_id = m.id
            """;

    private final AgroalDataSource dataSource;

    StoredDecisionsResource(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Keeps every decision so many times more. */
    @POST
    @Transactional
    @Produces(MediaType.TEXT_PLAIN)
    public String copy(@QueryParam("times") int times) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement copy = connection.prepareStatement(COPY)) {
            copy.setInt(1, times);
            return copy.executeUpdate() + " copies";
        }
    }

    /** How many changes of listings nobody has turned into tasks yet. */
    @GET
    @Path("waiting")
    @Produces(MediaType.TEXT_PLAIN)
    public String waiting() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select (select coalesce(max(number), 0) from listing_commit)"
                        + " - coalesce((select max(known_at) from task_progress), 0)")) {
            row.next();
            return row.getString(1);
        }
    }
}
