package org.xinheng.catalogue.register;

import org.xinheng.catalogue.table.RuleTableHead;

/**
 * One column of a sheet as policy staff see it.
 *
 * @param required whether no row may leave it blank
 * @param several whether several codes may stand there, joined by {@code 、}
 * @param width in characters
 * @param note what the comment on the heading says
 */
public record ColumnTemplate(
        String heading,
        Content<?> content,
        boolean required,
        boolean several,
        int width,
        String note,
        ColumnPart part) {
    /** What joins several codes in one cell. */
    public static final String SEPARATOR = RuleTableHead.CODE_SEPARATOR;

    /** What a column does in its table. */
    public enum ColumnPart {
        /** Names the entry to people who do not know its code. */
        TITLE,
        /** Says anything else. */
        GIVEN,
        /** Says what follows. */
        OUTCOME,
        /** Says where and when it was read. */
        SOURCE
    }

    /** A column that may be blank. */
    public static ColumnTemplate column(String heading, Content<?> content, int width, String note) {
        return new ColumnTemplate(heading, content, false, false, width, note, content.part());
    }

    /** The same column, never blank. */
    public ColumnTemplate must() {
        return new ColumnTemplate(heading, content, true, several, width, note, part);
    }

    /** The same column with several codes in a cell. */
    public ColumnTemplate many() {
        return new ColumnTemplate(heading, content, required, true, width, note, part);
    }

    /** The same column in another part of the table. */
    public ColumnTemplate in(ColumnPart other) {
        return new ColumnTemplate(heading, content, required, several, width, note, other);
    }
}
