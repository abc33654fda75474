package org.xinheng.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.List;

/** Port: writes a table as a file for a spreadsheet program, row by row, however many there are. */
public interface TableFiles {
    /** Forms of such a file. */
    enum Form {
        /** UTF-8 with a byte order mark, by which Excel knows it. */
        CSV,
        XLSX
    }

    /**
     * Writes a table. No text of it is ever a formula.
     *
     * @param name of the sheet
     */
    void write(Form form, String name, List<String> headings, Iterator<List<String>> rows, OutputStream to)
            throws IOException;
}
