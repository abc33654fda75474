package org.xinheng.audit.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** A new table is covered by the log, or it is said why not (A4). */
@QuarkusTest
class EveryTableServiceTest {
    private static final String OUTSIDE = "/audit/tables-outside-the-log.csv";

    @Inject
    EntityManager entities;

    @Test
    @Transactional
    void every_table_of_the_schema_is_covered_by_the_log_or_stands_outside_for_a_reason() throws IOException {
        Set<String> tables = tables("select table_name from information_schema.tables where table_schema = 'public'"
                + " and table_type = 'BASE TABLE'");
        Set<String> covered = covered();
        Map<String, String> outside = outside();
        assertThat(outside.values()).allSatisfy(reason -> assertThat(reason).hasSizeGreaterThan(20));
        assertThat(outside.keySet())
                .as("tables that stand outside for a reason, and in no record")
                .doesNotContainAnyElementsOf(covered);
        Set<String> reported = new TreeSet<>(covered);
        reported.addAll(outside.keySet());
        assertThat(tables)
                .as("tables of the schema: a new one goes into audit/coverage.csv, or with its reason into %s", OUTSIDE)
                .isEqualTo(reported);
    }

    @Test
    @Transactional
    void the_database_refuses_to_change_rows_that_the_log_covers_but_personal_data_may_be_erased() {
        Set<String> open = covered();
        CoveredTable.all().stream().filter(each -> each.sealed() != null).forEach(each -> open.remove(each.table()));
        assertThat(tables("""
                select c.relname from pg_trigger t join pg_class c on c.oid = t.tgrelid
                join pg_proc p on p.oid = t.tgfoid
                where not t.tgisinternal and t.tgenabled <> 'D' and p.proname = 'refuse_change'
                  and (t.tgtype & 16) = 16""")).as("an update is refused by a trigger").containsAll(open);
    }

    private Set<String> tables(String sql) {
        Set<String> tables = new TreeSet<>();
        for (Object name : entities.createNativeQuery(sql).getResultList()) {
            tables.add((String) name);
        }
        return tables;
    }

    private static Set<String> covered() {
        Set<String> covered = new TreeSet<>();
        CoveredTable.all().forEach(each -> covered.add(each.table()));
        return covered;
    }

    private static Map<String, String> outside() throws IOException {
        Map<String, String> outside = new TreeMap<>();
        try (var lines = new BufferedReader(new InputStreamReader(
                EveryTableServiceTest.class.getResourceAsStream(OUTSIDE), StandardCharsets.UTF_8))) {
            List<String> all = lines.lines().skip(1).toList();
            all.forEach(line -> outside.put(
                    line.substring(0, line.indexOf(',')),
                    line.substring(line.indexOf(',') + 1).strip()));
        }
        return outside;
    }
}
