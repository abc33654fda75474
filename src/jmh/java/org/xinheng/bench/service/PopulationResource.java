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
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.UUID;
import org.xinheng.kernel.IdentifierScheme;
import org.xinheng.kernel.OrganisationCode;
import org.xinheng.kernel.UnifiedSocialCreditCode;
import org.xinheng.secrecy.LookupHash;

/** Subjects and listings by the ten thousand, written past the use cases; and whom one can ask about. */
@Path("/bench")
@Singleton
public class PopulationResource {
    private static final int LISTINGS_A_SUBJECT = 3;
    private static final String BODY = """
            {"gravity":"SERIOUS","designation":{"documentType":"ADMINISTRATIVE_PENALTY_DECISION",\
            "documentNumber":"示例〔2026〕%d号","documentDate":"2026-05-01","issuedBy":"示例","ground":"%s","facts":null,\
            "legalBases":["%s"],"sentenceEndsOn":null,"priorNoticeOn":"2026-04-01","measuresReminded":true,\
            "removalConditions":"期满","remedies":"复议"},\
            "decidedTerm":{"from":"2026-05-01","to":"2028-04-30"},"matterItems":[],"publishPersonalData":false}""";
    private static final String[][] KINDS = {
        {"ZFCG", "ZFCG-1", "ZFCGF-77"}, {"NMGGZ", "NMGGZ-1", "BZNMG-48"}, {"ZDSS", "ZDSS-1", "ZSGL-32"}
    };

    private final AgroalDataSource dataSource;
    private final LookupHash lookupHash;

    PopulationResource(AgroalDataSource dataSource, LookupHash lookupHash) {
        this.dataSource = dataSource;
        this.lookupHash = lookupHash;
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

    /** Adds listings, three a subject, as one commit. */
    @POST
    @Path("listings")
    @Transactional
    @Produces(MediaType.TEXT_PLAIN)
    public String add(@QueryParam("from") int from, @QueryParam("count") int count) throws SQLException {
        Instant now = Instant.now();
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                PreparedStatement subject = connection.prepareStatement(
                        "insert into subject (id, type, known_at) values (?,'ORGANISATION',?)");
                PreparedStatement identifier = connection.prepareStatement("insert into subject_identifier"
                        + " (lookup, subject_id, scheme, plain, source, known_at) values (?,?,'USCC',?,'bench',?)");
                PreparedStatement listing = connection.prepareStatement("insert into listing (id, list_kind,"
                        + " subject_id, listed_on, expires_on, region, department, body, known_at, recorded_at)"
                        + " values (?,?,?,?,?,'420100',?,?,?,?)")) {
            long commit;
            try (ResultSet last = statement.executeQuery("select coalesce(max(number), 0) + 1 from listing_commit")) {
                last.next();
                commit = last.getLong(1);
            }
            try (PreparedStatement open = connection.prepareStatement(
                    "insert into listing_commit (number, at, kind, list_kinds) values (?, now(), 'BATCH', ?)")) {
                open.setLong(1, commit);
                open.setArray(2, connection.createArrayOf("text", new Object[] {"ZFCG", "NMGGZ", "ZDSS"}));
                open.executeUpdate();
            }
            int first = from / LISTINGS_A_SUBJECT;
            for (int number = first; (number - first) * LISTINGS_A_SUBJECT < count; number++) {
                UUID id = UUID.randomUUID();
                String code = code(number);
                subject.setObject(1, id);
                subject.setLong(2, commit);
                subject.addBatch();
                identifier.setBytes(1, lookupHash.of(IdentifierScheme.USCC, code));
                identifier.setObject(2, id);
                identifier.setString(3, code);
                identifier.setLong(4, commit);
                identifier.addBatch();
                for (String[] kind : KINDS) {
                    listing.setObject(1, UUID.randomUUID());
                    listing.setString(2, kind[0]);
                    listing.setObject(3, id);
                    listing.setObject(4, LocalDate.of(2026, 5, 1));
                    listing.setObject(5, LocalDate.of(2028, 4, 30));
                    listing.setString(6, "WH-CZJ");
                    listing.setString(7, BODY.formatted(number, kind[1], kind[2]));
                    listing.setLong(8, commit);
                    listing.setObject(9, now.atOffset(ZoneOffset.UTC));
                    listing.addBatch();
                }
                if (number % 1_000 == 999) {
                    subject.executeBatch();
                    identifier.executeBatch();
                    listing.executeBatch();
                }
            }
            subject.executeBatch();
            identifier.executeBatch();
            listing.executeBatch();
        }
        return "added";
    }

    /** Brings the planner's statistics up to date. */
    @POST
    @Path("analyze")
    public void analyze() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("analyze");
        }
    }

    /** Codes of the series XE, which is not given out. */
    private static String code(int number) {
        String first8 = "XE" + String.format(Locale.ROOT, "%06d", number);
        return UnifiedSocialCreditCode.completing("91420100" + first8 + OrganisationCode.checkCharacter(first8))
                .value();
    }
}
