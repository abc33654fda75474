package org.xinheng.bench.service;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.UUID;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.xinheng.kernel.Identifier;
import org.xinheng.kernel.IdentifierScheme;
import org.xinheng.kernel.OrganisationCode;
import org.xinheng.kernel.UnifiedSocialCreditCode;
import org.xinheng.secrecy.LookupHash;
import org.xinheng.subject.SubjectName;

/** The rows of synthetic organisations that stand on three lists each, sent to PostgreSQL in pieces. */
@Singleton
class SyntheticRows {
    private static final int LISTINGS_A_SUBJECT = 3;
    private static final int SUBJECTS_A_PIECE = 10_000;
    private static final String NAME = "subject_name";
    private static final HexFormat HEX = HexFormat.of();

    /** As it stands in a row of COPY: no character of it has to be escaped. */
    private static final String BODY = """
            {"gravity":"SERIOUS","designation":{"documentType":"ADMINISTRATIVE_PENALTY_DECISION",\
            "documentNumber":"示例〔2026〕%d号","documentDate":"2026-05-01","issuedBy":"示例","ground":"%s","facts":null,\
            "legalBases":["%s"],"sentenceEndsOn":null,"priorNoticeOn":"2026-04-01","measuresReminded":true,\
            "removalConditions":"期满","remedies":"复议"},\
            "decidedTerm":{"from":"2026-05-01","to":"2028-04-30"},"matterItems":[],"publishPersonalData":false}""";

    private static final String[][] KINDS = {
        {"ZFCG", "ZFCG-1", "ZFCGF-77"}, {"NMGGZ", "NMGGZ-1", "BZNMG-48"}, {"ZDSS", "ZDSS-1", "ZSGL-32"}
    };

    private final LookupHash lookupHash;

    SyntheticRows(LookupHash lookupHash) {
        this.lookupHash = lookupHash;
    }

    static Object[] listKinds() {
        return Arrays.stream(KINDS).map(kind -> kind[0]).toArray();
    }

    /** Copies so many listings and their subjects, from this number on, known at this commit. */
    void copy(Connection connection, int from, int count, long commit) throws SQLException, IOException {
        int first = from / LISTINGS_A_SUBJECT;
        int end = first + (count + LISTINGS_A_SUBJECT - 1) / LISTINGS_A_SUBJECT;
        for (int number = first; number < end; number += SUBJECTS_A_PIECE) {
            piece(connection, number, Math.min(end, number + SUBJECTS_A_PIECE), commit);
        }
    }

    private void piece(Connection connection, int from, int end, long commit) throws SQLException {
        StringBuilder subjects = new StringBuilder();
        StringBuilder identifiers = new StringBuilder();
        StringBuilder names = new StringBuilder();
        StringBuilder listings = new StringBuilder();
        Instant now = Instant.now();
        for (int number = from; number < end; number++) {
            UUID id = UUID.randomUUID();
            String code = code(number);
            String name = "示例企业" + number;
            row(subjects, id, "ORGANISATION", commit);
            row(
                    identifiers,
                    bytes(lookupHash.of(new Identifier(IdentifierScheme.USCC, code))),
                    id,
                    "USCC",
                    code,
                    "bench",
                    commit);
            row(
                    names,
                    UUID.randomUUID(),
                    id,
                    name,
                    bytes(lookupHash.ofText(NAME, new SubjectName(name).folded())),
                    commit);
            for (String[] kind : KINDS) {
                row(
                        listings,
                        UUID.randomUUID(),
                        kind[0],
                        id,
                        "2026-05-01",
                        "2028-04-30",
                        "420100",
                        "WH-CZJ",
                        BODY.formatted(number, kind[1], kind[2]),
                        commit,
                        now);
            }
        }
        send(connection, "subject (id, type, known_at)", subjects);
        send(connection, "subject_identifier (lookup, subject_id, scheme, plain, source, known_at)", identifiers);
        send(connection, "subject_name (id, subject_id, plain, name_key, known_at)", names);
        send(
                connection,
                "listing (id, list_kind, subject_id, listed_on, expires_on, region, department, body, known_at,"
                        + " recorded_at)",
                listings);
    }

    private static void row(StringBuilder rows, Object... columns) {
        for (int i = 0; i < columns.length; i++) {
            rows.append(i == 0 ? "" : "\t").append(columns[i]);
        }
        rows.append('\n');
    }

    private static String bytes(byte[] value) {
        return "\\\\x" + HEX.formatHex(value);
    }

    private static void send(Connection connection, String table, StringBuilder rows) throws SQLException {
        CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy " + table + " from stdin");
        byte[] bytes = rows.toString().getBytes(StandardCharsets.UTF_8);
        copy.writeToCopy(bytes, 0, bytes.length);
        copy.endCopy();
    }

    /** Codes of the series XE, which is not given out. */
    private static String code(int number) {
        String first8 = "XE" + String.format(Locale.ROOT, "%06d", number);
        return UnifiedSocialCreditCode.completing("91420100" + first8 + OrganisationCode.checkCharacter(first8))
                .value();
    }
}
