package org.xinheng.exchange.workbook;

/**
 * One column of a sheet as policy staff see it.
 *
 * @param required whether no row may leave it blank
 * @param several whether several codes may stand there, joined by {@code 、}
 * @param width in characters
 * @param note what the comment on the heading says
 */
record ColumnTemplate(String heading, Content content, boolean required, boolean several, int width, String note) {
    /** What joins several codes in one cell. */
    static final String SEPARATOR = "、";

    static ColumnTemplate column(String heading, Content content, int width, String note) {
        return new ColumnTemplate(heading, content, false, false, width, note);
    }

    /** The same column, never blank. */
    ColumnTemplate must() {
        return new ColumnTemplate(heading, content, true, several, width, note);
    }

    /** The same column with several codes in a cell. */
    ColumnTemplate many() {
        return new ColumnTemplate(heading, content, required, true, width, note);
    }

    /** Whether its cells hold codes or figures, and so nothing but them. */
    boolean coded() {
        return !(content instanceof Content.Words);
    }
}
