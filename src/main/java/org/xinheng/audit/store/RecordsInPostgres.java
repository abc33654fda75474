package org.xinheng.audit.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.Session;
import org.xinheng.audit.CoveredRecord;
import org.xinheng.audit.RecordsBeforeLog;

/** {@link RecordsBeforeLog} in PostgreSQL. */
@ApplicationScoped
class RecordsInPostgres implements RecordsBeforeLog {
    private final EntityManager entities;
    private final RowDigests rowDigests;

    RecordsInPostgres(EntityManager entities, RowDigests rowDigests) {
        this.entities = entities;
        this.rowDigests = rowDigests;
    }

    @Override
    public boolean logIsEmpty() {
        return (Boolean) entities.createNativeQuery("select not exists (select 1 from audit_entry)")
                .getSingleResult();
    }

    @Override
    public List<CoveredRecord> all() {
        return entities.unwrap(Session.class).doReturningWork(connection -> {
            List<CoveredRecord> all = new ArrayList<>();
            try (Statement statement = connection.createStatement()) {
                for (String kind : rowDigests.kinds()) {
                    addKeys(statement, rowDigests.tables(kind).get(0), all);
                }
            }
            return all;
        });
    }

    private static void addKeys(Statement statement, CoveredTable first, List<CoveredRecord> all) throws SQLException {
        String condition = first.when() == null ? "" : " where " + first.when();
        try (ResultSet rows = statement.executeQuery(
                "select distinct \"" + first.by() + "\" from \"" + first.table() + "\"" + condition + " order by 1")) {
            while (rows.next()) {
                all.add(new CoveredRecord(first.record(), rows.getString(1)));
            }
        }
    }
}
