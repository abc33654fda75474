package org.xinheng.feed;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A field set as another system writes it (字段集), and what each of its columns is here. It is data: a column more, or
 * another word in a column, is a line of {@code feeds/layouts.csv}.
 */
public record Layout(String code, Target target, List<Line> lines) {
    public Layout {
        lines = List.copyOf(lines);
    }

    /** What its rows become. */
    public enum Target {
        /** 名单记录. */
        LISTING,
        /** 行政行为. */
        ACT
    }

    /** How a cell becomes a value. */
    public enum Transform {
        /** As it stands. */
        TEXT,
        /** A day, in any unambiguous way of writing. */
        DAY,
        /** One of the words of the argument, {@code word=value|word=value}. */
        MAP,
        /** The argument, in every row. */
        CONST,
        /** Nothing but the argument; another word means that the row does not belong here. */
        ONLY,
        /** A number of the scheme that the argument names; of several columns the first that is filled counts. */
        NUMBER,
        /** A number whose scheme its length and the type of subject tell. */
        NUMBER_BY_FORM,
        /** Ten thousand yuan, as yuan. */
        TEN_THOUSAND,
        /** Put behind what other columns say, with the column's title. */
        APPEND,
        /** Last day of a term that begins on the cell's day: {@code 2 years}, perhaps {@code unless field=value}. */
        LAST_DAY,
        /** Known, and not kept: least data. */
        KEEP_OUT
    }

    /**
     * One line.
     *
     * @param column heading of the column, empty for a constant
     * @param title what the column is called in words
     * @param field field of the request, parts of the way to it joined by dots; empty where nothing is kept
     */
    public record Line(
            String column, String title, String field, Transform transform, String argument, boolean required) {}

    /** Its columns in their order. */
    public List<String> columns() {
        Set<String> columns = new LinkedHashSet<>();
        lines.stream().map(Line::column).filter(column -> !column.isEmpty()).forEach(columns::add);
        return new ArrayList<>(columns);
    }

    /** The lines of columns that a file must have. */
    public List<Line> required() {
        return lines.stream().filter(Line::required).toList();
    }
}
