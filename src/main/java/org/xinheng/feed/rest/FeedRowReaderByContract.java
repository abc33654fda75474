package org.xinheng.feed.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.xinheng.contract.Contract;
import org.xinheng.feed.FeedFile;
import org.xinheng.feed.FeedMode;
import org.xinheng.feed.FeedOrder;
import org.xinheng.feed.FeedRowReader;
import org.xinheng.feed.FeedSheets;
import org.xinheng.feed.FeedSheets.SheetCell;
import org.xinheng.feed.Layout;
import org.xinheng.feed.ReadRow;
import org.xinheng.kernel.ErrorCode;
import org.xinheng.kernel.Fault;
import org.xinheng.kernel.Refusal;

/** {@link FeedRowReader}: each row becomes the JSON that could have been posted and is checked in the same way. */
@Singleton
public class FeedRowReaderByContract implements FeedRowReader {
    /** Most rows of one file. */
    static final int ROWS_MAX = 2_000_000;

    /** A workbook is read from memory; larger lists come as CSV. */
    private static final long WORKBOOK_BYTES_MAX = 20L * 1024 * 1024;

    private final Contract contract;
    private final FeedSheets sheets;

    FeedRowReaderByContract(Contract contract, FeedSheets sheets) {
        this.contract = contract;
        this.sheets = sheets;
    }

    @Override
    public void read(FeedOrder order, FeedFile file, Consumer<ReadRow> to) {
        Counted counted = new Counted(order, to);
        switch (order.format()) {
            case CSV -> {
                Table table = new Table(order, counted);
                CsvRows.read(file, row -> table.csv(row));
            }
            case XLSX -> {
                Table table = new Table(order, counted);
                sheets.rows(whole(file), table::sheet);
            }
            case JSON_LINES -> jsonLines(order, file, counted);
        }
        counted.end();
    }

    private static byte[] whole(FeedFile file) {
        if (file.length() > WORKBOOK_BYTES_MAX) {
            throw Refusal.of(ErrorCode.FILE_UNREADABLE, "TOO_LARGE");
        }
        try (InputStream bytes = file.open()) {
            return bytes.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void jsonLines(FeedOrder order, FeedFile file, Counted to) {
        Layout layout = order.layout() == null ? null : Layouts.all().named(order.layout());
        ContractRows rows = new ContractRows(contract, order, layout);
        JsonLines.read(file, (line, text, cutOff) -> {
            try {
                if (Contract.json(text.getBytes(StandardCharsets.UTF_8)) instanceof ObjectNode body) {
                    body.remove(ListingColumns.RESULT);
                    to.accept(
                            layout == null
                                    ? rows.row(line, body, FeedRowReaderByContract::dotted)
                                    : rows.row(line, ofObject(layout, body)));
                } else {
                    to.accept(ReadRow.broken(line, Fault.at("", ErrorCode.JSON_LINE_BROKEN, "1")));
                }
            } catch (Refusal refusal) {
                Fault fault = refusal.faults().get(0);
                Fault reported = fault.code() != ErrorCode.MALFORMED_JSON
                        ? fault
                        : cutOff
                                ? Fault.at("", ErrorCode.FILE_CUT_OFF, Integer.toString(line))
                                : Fault.at(
                                        "",
                                        ErrorCode.JSON_LINE_BROKEN,
                                        fault.arguments().get(1));
                to.accept(ReadRow.broken(line, List.of(reported), FeedRowReaderByContract::dotted));
            }
        });
    }

    /** An object whose names are the columns of a field set. */
    private static RowShape.Reading ofObject(Layout layout, ObjectNode body) {
        List<String> names = new ArrayList<>();
        List<SheetCell> cells = new ArrayList<>();
        body.properties().forEach(field -> {
            names.add(field.getKey());
            cells.add(SheetCell.ofText(field.getValue().asText()));
        });
        return LayoutColumns.of(layout, names).read(cells);
    }

    /** The letters of a column, from 0 on, as spreadsheet programs show them. */
    private static String letters(int column) {
        String last = String.valueOf((char) ('A' + column % 26));
        return column < 26 ? last : letters(column / 26 - 1) + last;
    }

    private static String dotted(String pointer) {
        return pointer.isEmpty() ? "" : pointer.substring(1).replace('/', '.');
    }

    /** Rows under a heading. */
    private final class Table {
        private final FeedOrder order;
        private final Counted to;
        private ContractRows rows;
        private @Nullable RowShape shape;
        /** Of each column to the last with a heading: whether it has one. */
        private final List<Boolean> columns = new ArrayList<>();

        Table(FeedOrder order, Counted to) {
            this.order = order;
            this.to = to;
            this.rows = new ContractRows(contract, order, null);
        }

        void csv(CsvRows.Row row) {
            List<SheetCell> cells = new ArrayList<>(row.cells().size());
            row.cells().forEach(cell -> cells.add(SheetCell.ofText(cell)));
            if (shape == null) {
                begin(cells);
            } else if (row.cutOff() && cells.size() < columns.size()) {
                to.accept(
                        ReadRow.broken(row.line(), Fault.at("", ErrorCode.FILE_CUT_OFF, Integer.toString(row.line()))));
            } else if (cells.size() < columns.size()) {
                to.accept(ReadRow.broken(row.line(), cellCount(cells)));
            } else {
                row(row.line(), cells, shape);
            }
        }

        /** A sheet leaves out the blank cells at the end of a row. */
        void sheet(int number, List<SheetCell> cells) {
            if (shape == null) {
                begin(cells);
                return;
            }
            List<SheetCell> whole = new ArrayList<>(cells);
            while (whole.size() < columns.size()) {
                whole.add(SheetCell.BLANK);
            }
            row(number, whole, shape);
        }

        private void row(int number, List<SheetCell> cells, RowShape read) {
            for (int column = 0; column < cells.size(); column++) {
                if (!cells.get(column).text().isBlank() && !(column < columns.size() && columns.get(column))) {
                    to.accept(ReadRow.broken(
                            number,
                            column < columns.size()
                                    ? Fault.at("", ErrorCode.COLUMN_WITHOUT_HEADING, letters(column))
                                    : cellCount(cells)));
                    return;
                }
            }
            to.accept(rows.row(number, read.read(named(cells))));
        }

        private Fault cellCount(List<SheetCell> cells) {
            return Fault.at("", ErrorCode.CELL_COUNT, Integer.toString(columns.size()), Integer.toString(cells.size()));
        }

        /** Columns without a heading at the end are none; one in between has no content that could be read. */
        private void begin(List<SheetCell> heading) {
            heading.forEach(cell -> columns.add(!cell.text().isBlank()));
            while (!columns.isEmpty() && !columns.get(columns.size() - 1)) {
                columns.remove(columns.size() - 1);
            }
            shape = shape(named(heading).stream().map(SheetCell::text).toList());
        }

        private List<SheetCell> named(List<SheetCell> cells) {
            List<SheetCell> named = new ArrayList<>(columns.size());
            for (int column = 0; column < columns.size(); column++) {
                if (columns.get(column)) {
                    named.add(cells.get(column));
                }
            }
            return named;
        }

        /** Of the field set that was named or that the heading tells, otherwise of the contract's own fields. */
        private RowShape shape(List<String> heading) {
            List<String> titles = heading.stream().map(String::strip).toList();
            Optional<Layout> layout = order.layout() == null
                    ? Layouts.all().recognisedBy(titles)
                    : Optional.of(Layouts.all().named(order.layout()));
            rows = new ContractRows(contract, order, layout.orElse(null));
            return layout.isPresent() ? LayoutColumns.of(layout.get(), titles) : ListingColumns.of(titles, contract);
        }
    }

    /** Counts the rows on their way. */
    private static final class Counted implements Consumer<ReadRow> {
        private final FeedOrder order;
        private final Consumer<ReadRow> to;
        private int count;

        Counted(FeedOrder order, Consumer<ReadRow> to) {
            this.order = order;
            this.to = to;
        }

        @Override
        public void accept(ReadRow row) {
            if (++count > ROWS_MAX) {
                throw Refusal.of(ErrorCode.BATCH_ROWS, Integer.toString(ROWS_MAX), "> " + ROWS_MAX);
            }
            to.accept(row);
        }

        void end() {
            if (count == 0 && order.mode() != FeedMode.FULL) {
                throw Refusal.of(ErrorCode.BATCH_ROWS, Integer.toString(ROWS_MAX), "0");
            }
        }
    }
}
