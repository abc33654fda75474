package org.xinheng.audit.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.NoSuchElementException;

/** Rows of one statement, fetched as they are asked for, inside the running transaction. */
final class RowCursor<T> implements Iterator<T> {
    private static final int FETCH = 4096;

    private final PreparedStatement statement;
    private final ResultSet rows;
    private final Row<T> reading;
    private boolean there;

    /** Reads one row. */
    @FunctionalInterface
    interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }

    private RowCursor(PreparedStatement statement, ResultSet rows, Row<T> reading) {
        this.statement = statement;
        this.rows = rows;
        this.reading = reading;
    }

    static <T> Iterator<T> open(Connection connection, String sql, Row<T> reading, Object... parameters)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        statement.setFetchSize(FETCH);
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
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
