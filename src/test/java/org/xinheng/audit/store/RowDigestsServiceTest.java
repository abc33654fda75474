package org.xinheng.audit.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.TestTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.hibernate.Session;
import org.junit.jupiter.api.Test;

/** What is hashed of a row stays what it is for as long as logs of it are kept. */
@QuarkusTest
class RowDigestsServiceTest {
    private static final String KEY = "11111111-2222-4333-8444-555555555555";
    private static final String SUBJECT = "aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee";
    private static final String LOOKUP = "00ff10";
    private static final String COMMIT = "900000000000000001";

    @Inject
    RowDigests rowDigests;

    @Inject
    EntityManager entities;

    @Test
    @TestTransaction
    void a_row_is_its_table_and_each_filled_column_by_name_length_in_bytes_and_text() {
        String record = "LISTING_COMMIT";
        Map<Integer, String> digests = entities.unwrap(Session.class).doReturningWork(connection -> {
            insertRows(connection);
            String sql = rowDigests.ofSome(connection, record);
            Map<Integer, String> byPlace = new TreeMap<>();
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                for (int i = 1; i <= rowDigests.parameters(record); i++) {
                    statement.setArray(i, connection.createArrayOf("text", new String[] {COMMIT}));
                }
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        if (rows.getInt("place") > 0) {
                            byPlace.put(rows.getInt("place"), HexFormat.of().formatHex(rows.getBytes("digest")));
                        }
                    }
                }
            }
            return byPlace;
        });
        assertThat(digests.values())
                .containsExactly(
                        digest("listing_commit;"
                                + "at=17:1795485784.056789;"
                                + "caller_key=36:" + KEY + ";"
                                + "kind=5:ENTRY;"
                                + "list_kinds=17:[\"ZFCG\",\"SHTZXY\"];"
                                + "number=18:" + COMMIT + ";"),
                        digest("subject;id=36:" + SUBJECT + ";known_at=18:" + COMMIT + ";type=12:ORGANISATION;"),
                        digest("subject_identifier;"
                                + "known_at=18:" + COMMIT + ";"
                                + "lookup=64:" + sha256(HexFormat.of().parseHex(LOOKUP)) + ";"
                                + "plain=12:示范一号;"
                                + "scheme=4:USCC;"
                                + "subject_id=36:" + SUBJECT + ";"
                                + "valid_from=10:"
                                + LocalDate.parse("2026-05-01").toEpochDay() * 86_400 + ";"));
    }

    private static void insertRows(Connection connection) throws java.sql.SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("insert into listing_commit (number, at, kind, list_kinds, caller_key) values (" + COMMIT
                    + ", '2026-11-24 02:03:04.056789+00', 'ENTRY', '{ZFCG,SHTZXY}', '" + KEY + "')");
            statement.execute("insert into subject (id, type, known_at) values ('" + SUBJECT + "', 'ORGANISATION', "
                    + COMMIT + ")");
            statement.execute("insert into subject_identifier (lookup, subject_id, scheme, plain, valid_from, known_at)"
                    + " values ('\\x" + LOOKUP + "', '" + SUBJECT + "', 'USCC', '示范一号', '2026-05-01', " + COMMIT + ")");
        }
    }

    private static String digest(String text) {
        return sha256(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
