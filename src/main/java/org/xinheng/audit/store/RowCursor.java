package org.xinheng.audit.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.xinheng.sql.store.Sql;

/** Rows of one statement, fetched as they are asked for, inside the running transaction. */
final class RowCursor<T> implements Iterator<T> {
    private static final int FETCH = 4096;

    private final PreparedStatement statement;
    private final ResultSet rows;
    private final Sql.RowReading<T> reading;
    private boolean there;

    private RowCursor(PreparedStatement statement, ResultSet rows, Sql.RowReading<T> reading) {
        this.statement = statement;
        this.rows = rows;
        this.reading = reading;
    }

    static <T> Iterator<T> open(Connection connection, String sql, Sql.RowReading<T> reading, Object... parameters)
            throws SQLException {
        PreparedStatement statement = Sql.prepared(connection, sql, parameters);
        statement.setFetchSize(FETCH);
        RowCursor<T> cursor = new RowCursor<>(statement, statement.executeQuery(), reading);
        cursor.step();
        return cursor;
    }

    @Override
    public boolean hasNext() {
        return there;
    }

    @Override
    public T next() {
        if (!there) {
            throw new NoSuchElementException();
        }
        try {
            T row = reading.of(rows);
            step();
            return row;
        } catch (SQLException e) {
            throw new IllegalStateException("the log cannot be read on", e);
        }
    }

    private void step() throws SQLException {
        there = rows.next();
        if (!there) {
            statement.close();
        }
    }
}
