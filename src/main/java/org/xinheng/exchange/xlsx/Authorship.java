package org.xinheng.exchange.xlsx;

import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * Who made a workbook, with one fixed day in place of the clock: POI writes the moment of making where none is given, and
 * then the same content made twice would not be the same bytes.
 */
public final class Authorship {
    private static final Date MADE = Date.from(Instant.parse("2026-01-01T00:00:00Z"));
    /** Who makes workbooks. */
    public static final String AUTHOR = "信衡";

    private Authorship() {}

    /** Writes it into a workbook. */
    public static void put(XSSFWorkbook workbook, String title) {
        var properties = workbook.getProperties().getCoreProperties();
        properties.setCreator(AUTHOR);
        properties.setTitle(title);
        properties.setCreated(Optional.of(MADE));
        properties.setModified(Optional.of(MADE));
        properties.setLastModifiedByUser(AUTHOR);
        workbook.getProperties().getExtendedProperties().setApplication(AUTHOR);
    }
}
