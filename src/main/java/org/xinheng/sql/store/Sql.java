package org.xinheng.sql.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Sends statements by JDBC, for stores that write many rows at once or read where every decision waits. Parameters are
 * set in their order; an {@link Instant} is set as its moment in UTC.
 */
public final class Sql {
    private static final int ROWS_FETCHED = 5000;

    private Sql() {}

    /** Makes a value of one row; columns count from 1. */
    @FunctionalInterface
    public interface RowReading<T> {
        /** The value. */
        T of(ResultSet row) throws SQLException;
    }

    /** All rows of a query. */
    public static <T> List<T> rows(
            Connection connection, String sql, RowReading<T> reading, @Nullable Object... parameters)
            throws SQLException {
        try (PreparedStatement statement = prepared(connection, sql, parameters)) {
            return read(statement, reading);
        }
    }

    /** All rows of a query that may have hundreds of thousands: the driver keeps some thousands of them at a time. */
    public static <T> List<T> manyRows(
            Connection connection, String sql, RowReading<T> reading, @Nullable Object... parameters)
            throws SQLException {
        try (PreparedStatement statement = prepared(connection, sql, parameters)) {
            statement.setFetchSize(ROWS_FETCHED);
            return read(statement, reading);
        }
    }

    private static <T> List<T> read(PreparedStatement statement, RowReading<T> reading) throws SQLException {
        try (ResultSet result = statement.executeQuery()) {
            List<T> rows = new ArrayList<>();
            while (result.next()) {
                rows.add(reading.of(result));
            }
            return rows;
        }
    }

    /** The first row of a query. */
    public static <T> Optional<T> firstRow(
            Connection connection, String sql, RowReading<T> reading, @Nullable Object... parameters)
            throws SQLException {
        return rows(connection, sql, reading, parameters).stream().findFirst();
    }

    /** The only row of a query that always has one. */
    public static <T> T onlyRow(
            Connection connection, String sql, RowReading<T> reading, @Nullable Object... parameters)
            throws SQLException {
        return firstRow(connection, sql, reading, parameters).orElseThrow();
    }

    /** Changes rows, or the structure of a table; how many rows were changed. */
    public static long update(Connection connection, String sql, @Nullable Object... parameters) throws SQLException {
        try (PreparedStatement statement = prepared(connection, sql, parameters)) {
            return statement.executeLargeUpdate();
        }
    }

    /** Sends one statement for each of many values together. */
    public static <T> void batch(
            Connection connection, String sql, Collection<T> values, Function<T, @Nullable Object[]> parameters)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (T value : values) {
                set(statement, parameters.apply(value));
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    /** The parameters of one statement of a batch. */
    public static @Nullable Object[] parameters(@Nullable Object... parameters) {
        return parameters;
    }

    /** A statement with its parameters. */
    public static PreparedStatement prepared(Connection connection, String sql, @Nullable Object... parameters)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        set(statement, parameters);
        return statement;
    }

    private static void set(PreparedStatement statement, @Nullable Object... parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            Object value = parameters[i];
            statement.setObject(i + 1, value instanceof Instant at ? at.atOffset(ZoneOffset.UTC) : value);
        }
    }
}
