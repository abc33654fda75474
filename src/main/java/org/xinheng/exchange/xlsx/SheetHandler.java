package org.xinheng.exchange.xlsx;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.xinheng.exchange.xlsx.Cell.Kind;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Takes in the XML of one sheet (ECMA-376 part 1, 18.3) without guessing: a number stays the digits of the file. */
final class SheetHandler extends DefaultHandler {
    /** More rows or cells than are ever read. */
    static final class Enough extends SAXException {}

    /** How many cells of a file are kept over all its sheets; twenty thousand full rows take half of it. */
    static final class CellBudget {
        private final boolean bounded;
        private int left = 2_000_000;

        CellBudget() {
            this(true);
        }

        private CellBudget(boolean bounded) {
            this.bounded = bounded;
        }

        /** Where no cell is kept. */
        static CellBudget without() {
            return new CellBudget(false);
        }

        boolean spent() {
            return bounded && --left < 0;
        }
    }

    /** Takes rows away as soon as they are whole, so that none is kept. */
    @FunctionalInterface
    interface RowSink {
        void row(int row, NavigableMap<Integer, Cell> cells);
    }

    private static final int COLUMNS_MAX = 16_384;
    private static final int ROWS_OF_FORMAT = 1_048_576;
    private static final int AREAS_MAX = 10_000;
    /** A cell of the format holds 32,767 characters; what goes beyond is known to be too long. */
    private static final int TEXT_MAX = 32_768;
    /** More digits than this cost time to read and mean nothing. */
    private static final int DIGITS_MAX = 400;

    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final int DAY_LENGTH = 10;
    private static final LocalDate EPOCH_1904 = LocalDate.of(1904, 1, 1);
    /** Serial 1 is 1900-01-01; the format believes in a 29 February 1900 (serial 60), so later days are one behind. */
    private static final LocalDate EPOCH_1900 = LocalDate.of(1899, 12, 30);

    private static final int FALSE_LEAP_DAY = 60;
    /** Beyond this no spreadsheet writes a number; larger exponents cost time to unfold. */
    private static final int SCALE_MAX = 40;
    /** 9999-12-31. */
    private static final int SERIAL_MAX = 2_958_465;

    private final SharedTexts strings;
    private final IntPredicate showsDay;
    private final boolean date1904;
    private final int rowsMax;

    private final NavigableMap<Integer, NavigableMap<Integer, Cell>> cells = new TreeMap<>();
    private final List<SheetGrid.Area> merged = new ArrayList<>();
    private final TreeSet<Integer> hiddenRows = new TreeSet<>();
    private final List<int[]> hiddenColumns = new ArrayList<>();
    private boolean filtered;
    private boolean cutOff;
    private final CellBudget budget;
    private @Nullable RowSink sink;

    private int row;
    private int column;
    private String type = "n";
    private int style;
    private boolean formula;
    private boolean phonetic;
    private @Nullable StringBuilder taking;
    private final StringBuilder value = new StringBuilder();

    SheetHandler(SharedTexts strings, IntPredicate showsDay, boolean date1904, int rowsMax, CellBudget budget) {
        this.budget = budget;
        this.strings = strings;
        this.showsDay = showsDay;
        this.date1904 = date1904;
        this.rowsMax = rowsMax;
    }

    SheetHandler givingTo(RowSink rows) {
        sink = rows;
        return this;
    }

    SheetGrid sheet(String name, boolean hidden) {
        return new SheetGrid(name, hidden, cells, merged, hiddenRows, hiddenColumns, filtered, cutOff);
    }

    static boolean yes(@Nullable String value) {
        return value != null && (value.equals("1") || value.equals("true"));
    }

    @Override
    public void startElement(String uri, String localName, String qName, Attributes attributes) throws SAXException {
        switch (localName) {
            case "col" -> column(attributes);
            case "row" -> row(attributes);
            case "c" -> cell(attributes);
            case "f" -> formula = true;
            case "v", "t" -> taking = phonetic ? null : value;
            case "rPh" -> phonetic = true;
            case "mergeCell" -> merge(attributes);
            case "filterColumn" -> filtered = true;
            default -> {}
        }
    }

    @Override
    public void characters(char[] text, int start, int length) {
        if (taking != null && taking.length() < TEXT_MAX) {
            taking.append(text, start, Math.min(length, TEXT_MAX - taking.length()));
        }
    }

    @Override
    public void endElement(String uri, String localName, String qName) throws SAXException {
        switch (localName) {
            case "v", "t" -> taking = null;
            case "rPh" -> phonetic = false;
            case "c" -> keep();
            case "row" -> give();
            default -> {}
        }
    }

    private void give() {
        NavigableMap<Integer, Cell> whole = sink == null ? null : cells.remove(row);
        if (sink != null && whole != null) {
            sink.row(row, whole);
        }
    }

    private void merge(Attributes attributes) {
        if (merged.size() < AREAS_MAX) {
            merged.add(SheetGrid.Area.parse(String.valueOf(attributes.getValue("ref"))));
        }
    }

    private void column(Attributes attributes) {
        String width = attributes.getValue("width");
        if (hiddenColumns.size() >= COLUMNS_MAX) {
            return;
        }
        if (yes(attributes.getValue("hidden")) || (width != null && Double.parseDouble(width) == 0)) {
            hiddenColumns.add(new int[] {number(attributes, "min", 1), number(attributes, "max", 1)});
        }
    }

    private void row(Attributes attributes) throws SAXException {
        row = number(attributes, "r", row + 1);
        if (row < 1 || row > ROWS_OF_FORMAT) {
            throw new SAXException("no such row");
        }
        column = 0;
        String height = attributes.getValue("ht");
        if (yes(attributes.getValue("hidden")) || (height != null && Double.parseDouble(height) == 0)) {
            hiddenRows.add(row);
        }
    }

    private void cell(Attributes attributes) {
        String reference = attributes.getValue("r");
        column = reference == null ? column + 1 : CellAddress.parse(reference).column();
        type = attributes.getValue("t") == null ? "n" : attributes.getValue("t");
        style = number(attributes, "s", 0);
        formula = false;
        value.setLength(0);
    }

    private void keep() throws SAXException {
        if (value.length() == 0 && !formula) {
            return;
        }
        if (column < 1 || column > COLUMNS_MAX) {
            throw new SAXException("no such column");
        }
        Cell cell = cellHere();
        if (cell.blank()) {
            return;
        }
        if (budget.spent() || (!cells.containsKey(row) && cells.size() >= rowsMax)) {
            cutOff = true;
            throw new Enough();
        }
        cells.computeIfAbsent(row, r -> new TreeMap<>()).put(column, cell);
    }

    private Cell cellHere() throws SAXException {
        var address = new CellAddress(row, column);
        String text = value.toString();
        return switch (type) {
            case "s" -> new Cell(address, Kind.TEXT, shared(text.trim()), formula);
            case "str", "inlineStr" -> new Cell(address, Kind.TEXT, text, formula);
            case "b" -> new Cell(address, Kind.BOOLEAN, text.trim().equals("1") ? "TRUE" : "FALSE", formula);
            case "e" -> new Cell(address, Kind.ERROR, text, formula);
            case "d" -> new Cell(address, kindOfDay(text), text, formula);
            default -> number(address, text.trim());
        };
    }

    private String shared(String index) {
        return index.isEmpty() ? "" : strings.at(Integer.parseInt(index));
    }

    private static Kind kindOfDay(String text) {
        if (!DAY.matcher(text).lookingAt()) {
            return Kind.TEXT;
        }
        try {
            LocalDate.parse(text.substring(0, DAY_LENGTH));
        } catch (DateTimeException noSuchDay) {
            return Kind.TEXT;
        }
        return text.length() > DAY_LENGTH ? Kind.DAY_AND_TIME : Kind.DAY;
    }

    private Cell number(CellAddress address, String digits) throws SAXException {
        if (digits.isEmpty()) {
            return new Cell(address, Kind.TEXT, "", formula);
        }
        if (digits.length() > DIGITS_MAX) {
            throw new SAXException("no number is so long");
        }
        var number = new BigDecimal(digits);
        if (number.scale() > SCALE_MAX
                || number.scale() < -SCALE_MAX
                || !showsDay.test(style)
                || number.signum() < 0
                || number.compareTo(BigDecimal.valueOf(SERIAL_MAX)) > 0) {
            return new Cell(address, Kind.NUMBER, digits, formula);
        }
        int serial = number.intValue();
        if (!date1904 && (serial == 0 || serial == FALSE_LEAP_DAY)) {
            return new Cell(address, Kind.NUMBER, digits, formula);
        }
        LocalDate day = date1904
                ? EPOCH_1904.plusDays(serial)
                : EPOCH_1900.plusDays(serial < FALSE_LEAP_DAY ? serial + 1L : serial);
        BigDecimal time = number.subtract(BigDecimal.valueOf(serial));
        if (time.signum() == 0) {
            return new Cell(address, Kind.DAY, day.toString(), formula);
        }
        long second = time.multiply(BigDecimal.valueOf(86_400)).longValue();
        return new Cell(
                address,
                Kind.DAY_AND_TIME,
                day.atStartOfDay().plusSeconds(second).toString(),
                formula);
    }

    private static int number(Attributes attributes, String name, int otherwise) {
        String written = attributes.getValue(name);
        return written == null ? otherwise : Integer.parseInt(written);
    }
}
