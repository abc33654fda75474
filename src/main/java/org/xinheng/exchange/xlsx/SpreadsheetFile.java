package org.xinheng.exchange.xlsx;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.xinheng.release.Workbook;
import org.xinheng.release.gate.FindingCode;
import org.xinheng.release.gate.UnreadableWorkbook;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;

/**
 * A spreadsheet file as it is: its sheets in their order, read part by part so that a large one needs little memory.
 *
 * @param date1904 whether its days count from 1904
 */
public record SpreadsheetFile(List<SheetGrid> sheets, boolean date1904) {
    /** Rows of one sheet. */
    public static final int ROWS_MAX = 20_000;

    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /** The file cannot be read as a spreadsheet. */
    public static final class Unreadable extends Exception {
        Unreadable(Throwable cause) {
            super(cause);
        }
    }

    /** Reads a workbook, or says why it cannot be read; rows beyond the most that are ever read are left out. */
    public static SpreadsheetFile of(Workbook workbook) throws UnreadableWorkbook {
        Optional<FindingCode> unwanted = PackageGuard.check(workbook.bytes());
        if (unwanted.isPresent()) {
            throw new UnreadableWorkbook(workbook.name(), unwanted.get());
        }
        try {
            return read(workbook.bytes(), ROWS_MAX);
        } catch (Unreadable damaged) {
            throw new UnreadableWorkbook(workbook.name(), FindingCode.NOT_A_WORKBOOK);
        }
    }

    /** Reads a file that {@link PackageGuard} has let in. */
    public static SpreadsheetFile read(byte[] bytes, int rowsMax) throws Unreadable {
        try (OPCPackage parts = OPCPackage.open(new ByteArrayInputStream(bytes))) {
            var reader = new XSSFReader(parts);
            var strings = new SharedTexts(new ReadOnlySharedStringsTable(parts, false));
            Outline outline = outline(reader);
            IntPredicate days = dayFormats(reader);
            var budget = new SheetHandler.CellBudget();
            var sheets = new ArrayList<SheetGrid>();
            for (Outline.Entry entry : outline.entries) {
                var handler = new SheetHandler(strings, days, outline.date1904, rowsMax, budget);
                try (InputStream sheet = reader.getSheet(entry.relation())) {
                    parse(sheet, handler);
                } catch (SheetHandler.Enough enough) {
                    // what was read up to here stands, marked as cut off
                }
                sheets.add(handler.sheet(entry.name(), entry.hidden()));
            }
            return new SpreadsheetFile(List.copyOf(sheets), outline.date1904);
        } catch (IOException
                | OpenXML4JException
                | SAXException
                | ParserConfigurationException
                | RuntimeException
                | StackOverflowError damaged) {
            // the library tells damage in many ways, unchecked ones and bottomless nesting among them
            throw new Unreadable(damaged);
        }
    }

    /**
     * Whether a file that {@link PackageGuard} has let in has more cells than so many over all its sheets, blank ones
     * included; none is kept.
     */
    public static boolean hasMoreCells(byte[] bytes, int most) throws Unreadable {
        var cells = new CellCount(most);
        try (OPCPackage parts = OPCPackage.open(new ByteArrayInputStream(bytes))) {
            var sheets = new XSSFReader(parts).getSheetsData();
            while (sheets.hasNext()) {
                try (InputStream sheet = sheets.next()) {
                    parse(sheet, cells);
                }
            }
            return false;
        } catch (SheetHandler.Enough more) {
            return true;
        } catch (IOException
                | OpenXML4JException
                | SAXException
                | ParserConfigurationException
                | RuntimeException
                | StackOverflowError damaged) {
            throw new Unreadable(damaged);
        }
    }

    /** Counts the cells of sheets up to a number. */
    private static final class CellCount extends DefaultHandler {
        private int left;

        CellCount(int most) {
            left = most;
        }

        @Override
        public void startElement(String uri, String localName, String qName, Attributes attributes)
                throws SAXException {
            if (localName.equals("c") && --left < 0) {
                throw new SheetHandler.Enough();
            }
        }
    }

    /**
     * Gives the rows of the first sheet that is shown, one after the other, of a file that {@link PackageGuard} has let
     * in. What the sink throws comes out as it is.
     */
    static void stream(byte[] bytes, SheetHandler.RowSink sink) throws Unreadable {
        var thrown = new RuntimeException[1];
        SheetHandler.RowSink stored = (row, cells) -> {
            try {
                sink.row(row, cells);
            } catch (RuntimeException refused) {
                thrown[0] = refused;
                throw refused;
            }
        };
        try (OPCPackage parts = OPCPackage.open(new ByteArrayInputStream(bytes))) {
            var reader = new XSSFReader(parts);
            var strings = new SharedTexts(new ReadOnlySharedStringsTable(parts, false));
            Outline outline = outline(reader);
            var displayed = outline.entries.stream()
                    .filter(entry -> !entry.hidden())
                    .findFirst()
                    .orElseThrow(() -> new SAXException("no sheet is shown"));
            var handler = new SheetHandler(
                            strings,
                            dayFormats(reader),
                            outline.date1904,
                            Integer.MAX_VALUE,
                            SheetHandler.CellBudget.without())
                    .givingTo(stored);
            try (InputStream sheet = reader.getSheet(displayed.relation())) {
                parse(sheet, handler);
            }
        } catch (IOException
                | OpenXML4JException
                | SAXException
                | ParserConfigurationException
                | RuntimeException
                | StackOverflowError damaged) {
            if (thrown[0] != null) {
                throw thrown[0];
            }
            throw new Unreadable(damaged);
        }
    }

    /** The sheets of the workbook and its date system. */
    private static Outline outline(XSSFReader reader)
            throws IOException, OpenXML4JException, SAXException, ParserConfigurationException {
        var outline = new Outline();
        try (InputStream workbook = reader.getWorkbookData()) {
            parse(workbook, outline);
        }
        return outline;
    }

    private static void parse(InputStream part, DefaultHandler handler)
            throws IOException, SAXException, ParserConfigurationException {
        XMLReader xml = XMLHelper.newXMLReader();
        xml.setContentHandler(handler);
        xml.parse(new InputSource(part));
    }

    /** Which cell styles show a number as a day. */
    private static IntPredicate dayFormats(XSSFReader reader)
            throws IOException, OpenXML4JException, SAXException, ParserConfigurationException {
        var formats = new DayFormats();
        try (InputStream styles = reader.getStylesData()) {
            if (styles != null) {
                parse(styles, formats);
            }
        }
        return formats;
    }

    /** What {@code workbook.xml} says: which sheets there are and how days count. */
    private static final class Outline extends DefaultHandler {
        private record Entry(String name, boolean hidden, String relation) {}

        private static final int SHEETS_MAX = 200;

        private final List<Entry> entries = new ArrayList<>();
        private final Set<String> relations = new HashSet<>();
        private boolean date1904;

        @Override
        public void startElement(String uri, String localName, String qName, Attributes attributes)
                throws SAXException {
            if (localName.equals("sheet")) {
                String state = attributes.getValue("state");
                String relation = String.valueOf(attributes.getValue(RELATIONS, "id"));
                if (!relations.add(relation) || entries.size() == SHEETS_MAX) {
                    throw new SAXException("no workbook shows a sheet twice or has so many");
                }
                entries.add(new Entry(
                        String.valueOf(attributes.getValue("name")),
                        state != null && !state.equals("visible"),
                        relation));
            } else if (localName.equals("workbookPr")) {
                date1904 = SheetHandler.yes(attributes.getValue("date1904"));
            }
        }
    }
}
