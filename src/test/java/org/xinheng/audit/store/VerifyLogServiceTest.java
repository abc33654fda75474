package org.xinheng.audit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.TestTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinheng.app.command.VerifyCommand;
import org.xinheng.audit.AuditEntry;
import org.xinheng.audit.AuditKind;
import org.xinheng.audit.AuditTrail;
import org.xinheng.audit.Checkpoint;
import org.xinheng.audit.CoveredRecord;
import org.xinheng.audit.Discrepancy;
import org.xinheng.audit.LogSigner;
import org.xinheng.audit.TransparencyLog;
import org.xinheng.audit.TreeHash;
import org.xinheng.audit.Verification;
import org.xinheng.audit.service.VerifyLog;
import org.xinheng.testing.OwnDatabase;
import picocli.CommandLine;

/** Somebody with all rights over the database changes it by hand; {@code verify} finds it. */
@QuarkusTest
@TestProfile(OwnDatabase.class)
class VerifyLogServiceTest {
    private static final List<String> LOG = List.of("audit_entry", "audit_leaf", "audit_node", "audit_checkpoint");
    private static final int ENTRIES_MIN = 300;

    @Inject
    VerifyLog verifyLog;

    @Inject
    AuditTrail auditTrail;

    @Inject
    VerifyCommand verifyCommand;

    @Inject
    LogSigner signer;

    @Inject
    TransparencyLog log;

    @Inject
    Tampering tampering;

    @Inject
    Clock clock;

    /** Records of all kinds, with the numbers of their entries, by kind; made in the transaction of a test. */
    private final Map<String, Long> entries = new LinkedHashMap<>();

    private final Map<String, String> keys = new LinkedHashMap<>();

    @BeforeEach
    void aLogWithASubtreeThatIsComplete() {
        long size = QuarkusTransaction.requiringNew().call(log::size);
        if (size < ENTRIES_MIN) {
            QuarkusTransaction.requiringNew().run(() -> {
                for (int i = 0; i < ENTRIES_MIN; i++) {
                    auditTrail.record(AuditEntry.of(
                                    clock.instant(), AuditKind.LISTING_READ, UUID.randomUUID(), "WH-CZJ", "listing")
                            .withPurpose("核查", "测试-" + i)
                            .withSubject(new byte[] {1, 2, 3})
                            .withDetail("words"));
                }
            });
        }
        await().until(() -> QuarkusTransaction.requiringNew().call(log::size) >= ENTRIES_MIN
                && verifyLog.verify(Optional.empty()).waiting() == 0);
    }

    @Test
    @TestTransaction
    void an_untouched_log_is_intact() {
        recordsOfEveryKind();
        Verification found = verified();
        assertThat(found.first()).isEmpty();
        assertThat(found.intact()).isTrue();
        assertThat(found.records()).isGreaterThanOrEqualTo(tampering.records().size());
        assertThat(found.erased()).isZero();
        assertThat(found.checkpoints()).isPositive();
    }

    @Test
    @TestTransaction
    void a_byte_changed_in_any_column_of_any_covered_row_is_found_and_its_entry_named() {
        recordsOfEveryKind();
        List<String> missed = new ArrayList<>();
        int tried = 0;
        for (String record : tampering.records()) {
            for (String table : tampering.coveredTables(record)) {
                String where = tampering.whereOf(record, table, keys.get(record));
                for (Tampering.Column column : tampering.columns(table)) {
                    tried++;
                    tampering.andBack(
                            () -> assertThat(tampering.change(column, where)).isEqualTo(1), () -> {
                                // a sealed row under another key looks erased here and strange there
                                String words = tampering.sealed(table) && where.startsWith(column.name() + " ")
                                        ? "stands in no entry"
                                        : "entry " + entries.get(record) + " ";
                                if (!named(verified(), words)) {
                                    missed.add(record + " " + column);
                                }
                            });
                }
            }
        }
        assertThat(missed).isEmpty();
        assertThat(tried).isGreaterThan(100);
    }

    @Test
    @TestTransaction
    void a_byte_changed_in_any_column_of_any_row_of_the_log_is_found() {
        recordsOfEveryKind();
        tampering.takeOffEveryGuard(LOG);
        Map<String, String> rows = Map.of(
                "audit_entry", "number = " + entries.get("DECISION"),
                "audit_leaf", "position = 17",
                "audit_node", "level = 1 and index = 0",
                "audit_checkpoint", "number = 1");
        List<String> missed = new ArrayList<>();
        for (String table : LOG) {
            for (Tampering.Column column : tampering.columns(table)) {
                tampering.andBack(
                        () -> assertThat(tampering.change(column, rows.get(table)))
                                .isEqualTo(1),
                        () -> {
                            if (verified().intact()) {
                                missed.add(column.toString());
                            }
                        });
            }
        }
        assertThat(missed).isEmpty();
    }

    @Test
    @TestTransaction
    void the_first_entry_that_is_wrong_is_named_first_with_its_position() {
        tampering.takeOffEveryGuard(LOG);
        for (long position : new long[] {211, 23, 260}) {
            tampering.sql("update audit_entry set detail = 'other words' where number = "
                    + "(select number from audit_leaf where position = " + position + ")");
        }
        Verification found = verified();
        assertThat(found.wrong()).isEqualTo(3);
        assertThat(found.first()).extracting(Discrepancy::position).containsExactly(23L, 211L, 260L);
        assertThat(found.first().get(0).line())
                .startsWith("position 23: entry ")
                .contains("LISTING_READ");
    }

    @Test
    @TestTransaction
    void a_row_taken_out_is_found_unless_it_held_personal_data_and_then_counts_as_erased() {
        recordsOfEveryKind();
        List<String> wrong = new ArrayList<>();
        for (String record : tampering.records()) {
            for (String table : tampering.coveredTables(record)) {
                tampering.andBack(
                        () -> tampering.sql("delete from " + table + " where "
                                + tampering.whereOf(record, table, keys.get(record))),
                        () -> {
                            Verification found = verified();
                            boolean asItShould = tampering.sealed(table)
                                    ? found.intact() && found.erased() == 1
                                    : named(found, "entry " + entries.get(record) + " ");
                            if (!asItShould) {
                                wrong.add(record + " " + table + " " + found.first());
                            }
                        });
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    @TestTransaction
    void a_row_put_in_is_found() {
        recordsOfEveryKind();
        List<String> missed = new ArrayList<>();
        for (String record : tampering.records()) {
            String key = newKey(record);
            tampering.andBack(() -> tampering.putRecord(record, key), () -> {
                if (!named(verified(), record + " `" + key + "`: stands in no entry")) {
                    missed.add(record);
                }
            });
            for (String table : tampering.coveredTables(record)) {
                Tampering.Column other = tampering.columns(table).stream()
                        .filter(column -> !tampering.whereOf(record, table, "").startsWith(column.name() + " "))
                        .filter(column -> isInPrimaryKey(column))
                        .findFirst()
                        .orElse(null);
                if (other == null) {
                    continue; // one row a key: a second one is refused by the key
                }
                String where = tampering.whereOf(record, table, keys.get(record));
                tampering.andBack(
                        () -> {
                            tampering.sql("create temporary table copied on commit drop as select * from " + table
                                    + " where " + where);
                            tampering.change(new Tampering.Column("copied", other.name(), other.type()), "true");
                            tampering.sql("insert into " + table + " overriding system value select * from copied");
                        },
                        () -> {
                            if (!named(verified(), "entry " + entries.get(record) + " ")) {
                                missed.add(record + " " + table);
                            }
                        });
            }
        }
        assertThat(missed).isEmpty();
    }

    @Test
    @TestTransaction
    void the_text_that_tasks_name_by_its_hash_is_held_to_it() {
        recordsOfEveryKind();
        tampering.takeOffEveryGuard(List.of("task_content"));
        for (String change : List.of(
                "update task_content set lines = '[ ]'",
                "update task_content set hash = sha256('[ ]')",
                "delete from task_content")) {
            tampering.andBack(
                    () -> tampering.sql(change),
                    () -> assertThat(named(verified(), "is not the one of which this is the SHA-256"))
                            .as(change)
                            .isTrue());
        }
    }

    @Test
    @TestTransaction
    void entries_in_another_order_are_found() {
        tampering.takeOffEveryGuard(LOG);
        tampering.sql(
                "update audit_leaf set number = -1, leaf_hash = (select leaf_hash from audit_leaf where position = 8)"
                        + " where position = 7");
        tampering.sql("update audit_leaf o set number = e.number, leaf_hash = e.leaf_hash from audit_entry e"
                + " where o.position = 8 and e.number not in (select number from audit_leaf)");
        Verification found = verified();
        assertThat(found.intact()).isFalse();
    }

    @Test
    @TestTransaction
    void an_entry_taken_out_or_put_in_is_found() {
        tampering.takeOffEveryGuard(LOG);
        tampering.andBack(
                () -> tampering.sql(
                        "delete from audit_entry where number = (select number from audit_leaf where position = 12)"),
                () -> assertThat(verified().first().get(0).line())
                        .startsWith("position 12: ")
                        .contains("the entry is gone"));
        tampering.andBack(
                () -> {
                    tampering.sql(
                            "delete from audit_entry where number = (select number from audit_leaf where position = 12)");
                    tampering.sql("delete from audit_leaf where position = 12");
                },
                () -> assertThat(verified().first().get(0).line()).contains("position 12 is missing before it"));
        tampering.andBack(
                () -> tampering.sql("insert into audit_entry (number, at, kind, leaf_hash) "
                        + "select 999999, now(), 'DECISION', sha256('x')"),
                () -> assertThat(named(verified(), "entry 999999 (DECISION): the entry is not the one that was hashed"))
                        .isTrue());
    }

    @Test
    @TestTransaction
    void a_log_whose_end_was_cut_off_cleanly_is_found_by_a_checkpoint_kept_elsewhere() {
        TransparencyLog.Published witnessed = log.latest().orElseThrow();
        Optional<Checkpoint> checkpoint = verifyLog.witnessed(witnessed.note());
        assertThat(checkpoint).isPresent();
        tampering.takeOffEveryGuard(LOG);
        Object size = tampering
                .rows("select size from audit_checkpoint where size < " + witnessed.size()
                        + " order by size desc limit 1")
                .get(0);
        tampering.sql("delete from audit_entry where number in (select number from audit_leaf where position >= " + size
                + ")");
        tampering.sql("delete from audit_leaf where position >= " + size);
        tampering.sql("delete from audit_checkpoint where size > " + size);
        tampering.sql("delete from audit_node where (index + 1) * 256 > " + size);
        assertThat(verifyLog.verifyWhatIsSeen(Optional.empty()).first()).isEmpty();
        assertThat(named(verifyLog.verifyWhatIsSeen(checkpoint), "tells of more entries than there are"))
                .isTrue();
    }

    @Test
    @TestTransaction
    void a_log_written_anew_is_found_by_a_checkpoint_kept_elsewhere() {
        Checkpoint other = new Checkpoint("xinheng.local/log", 9, TreeHash.ofLeaf(new byte[] {1}));
        assertThat(named(verifyLog.verifyWhatIsSeen(Optional.of(other)), "has another root"))
                .isTrue();
    }

    @Test
    void a_note_of_another_log_is_no_checkpoint_of_this_one() {
        String note = QuarkusTransaction.requiringNew()
                .call(log::latest)
                .orElseThrow()
                .note();
        assertThat(verifyLog.witnessed(note)).isPresent();
        assertThat(verifyLog.witnessed(note.replace("xinheng.local/log\n", "xinheng.other/log\n")))
                .isEmpty();
        assertThat(verifyLog.witnessed(note.replaceFirst("\\n([0-9]+)\\n", "\n1$1\n")))
                .isEmpty();
        assertThat(verifyLog.witnessed("no note")).isEmpty();
    }

    @Test
    void the_command_ends_with_1_and_names_the_first_entry_that_is_wrong() {
        assertThat(theCommandSays(0)).contains("intact=true");
        long number = ((Number) QuarkusTransaction.requiringNew()
                        .call(() -> tampering.rows("select number from audit_leaf where position = 17"))
                        .get(0))
                .longValue();
        changed("update audit_entry set detail = 'other words' where number = " + number);
        try {
            assertThat(theCommandSays(1)).contains("intact=false", "wrong=1", "entry " + number + " ");
        } finally {
            changed("update audit_entry set detail = 'words' where number = " + number);
        }
        assertThat(theCommandSays(0)).contains("intact=true");
    }

    @Test
    void the_command_holds_the_log_to_a_checkpoint_kept_elsewhere(@TempDir Path folder) throws IOException {
        Path note = folder.resolve("checkpoint");
        Files.writeString(
                note,
                QuarkusTransaction.requiringNew()
                        .call(() -> log.latest().orElseThrow().note()));
        assertThat(theCommandSays(0, "--checkpoint", note.toString())).contains("intact=true");
        Files.writeString(note, signer.signed(17, TreeHash.ofHex("ab".repeat(32))));
        assertThat(theCommandSays(1, "--checkpoint", note.toString())).contains("intact=false");
        Files.writeString(note, "xinheng.local/log\n17\nAAAA\n\n— xinheng.local/log AAAA\n");
        assertThat(theCommandSays(1, "--checkpoint", note.toString()))
                .contains("is no checkpoint that this log signed");
    }

    private String theCommandSays(int expected, String... words) {
        var stated = new StringWriter();
        int code = new CommandLine(verifyCommand)
                .setOut(new PrintWriter(stated, true))
                .setErr(new PrintWriter(stated, true))
                .execute(words);
        assertThat(code).as(stated.toString()).isEqualTo(expected);
        return stated.toString();
    }

    /** By somebody whom no trigger holds. */
    private void changed(String sql) {
        QuarkusTransaction.requiringNew().run(() -> {
            tampering.sql("set local session_replication_role = replica");
            tampering.sql(sql);
        });
    }

    @Test
    void the_database_itself_refuses_update_delete_and_truncate() {
        for (String table : LOG) {
            for (String statement : List.of(
                    "update " + table + " set \"" + firstColumn(table) + "\" = \"" + firstColumn(table) + "\"",
                    "delete from " + table,
                    "truncate " + table)) {
                assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> tampering.sql(statement)))
                        .as(statement)
                        .hasStackTraceContaining("rows of " + table + " are never");
            }
        }
    }

    private String firstColumn(String table) {
        return QuarkusTransaction.requiringNew()
                .call(() -> tampering.columns(table))
                .get(0)
                .name();
    }

    private boolean isInPrimaryKey(Tampering.Column column) {
        return !tampering
                .rows(
                        "select 1 from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any(i.indkey)"
                                + " where i.indisprimary and i.indrelid = '" + column.table()
                                + "'::regclass and a.attname = '"
                                + column.name() + "'")
                .isEmpty();
    }

    private Verification verified() {
        return verifyLog.verifyWhatIsSeen(Optional.empty());
    }

    private static boolean named(Verification found, String words) {
        return found.first().stream().anyMatch(each -> each.line().contains(words));
    }

    /** One record of every kind with every column filled, each with its entry, as use cases write them. */
    private void recordsOfEveryKind() {
        tampering.takeOffEveryGuard(tampering.records().stream()
                .flatMap(record -> tampering.coveredTables(record).stream())
                .distinct()
                .toList());
        Instant now = clock.instant();
        for (String record : tampering.records()) {
            String key = newKey(record);
            tampering.putRecord(record, key);
            if (record.equals("TASK_ROUND")) {
                tampering.sql("insert into task_content values (sha256('[]'), '[]') on conflict do nothing");
                tampering.sql(
                        "update task set content = sha256('[]'), leaves = sha256('[]') where round_id = '" + key + "'");
            }
            keys.put(record, key);
            entries.put(
                    record,
                    auditTrail
                            .record(
                                    AuditEntry.ofTheService(now, AuditKind.DECISION, key),
                                    new CoveredRecord(record, key))
                            .number());
        }
    }

    private String newKey(String record) {
        return tampering.keyType(record).equals("uuid")
                ? UUID.randomUUID().toString()
                : Long.toString(1_000_000_000L + UUID.randomUUID().getLeastSignificantBits() % 1000);
    }
}
