package org.xinheng.exchange.workbook;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xinheng.catalogue.register.ColumnTemplate;
import org.xinheng.catalogue.register.Register;
import org.xinheng.catalogue.table.RuleColumn;
import org.xinheng.catalogue.table.SourceRow;
import org.xinheng.exchange.xlsx.Cell;
import org.xinheng.exchange.xlsx.CellAddress;
import org.xinheng.exchange.xlsx.SheetGrid;
import org.xinheng.release.gate.Finding;
import org.xinheng.release.gate.FindingCode;

/** Reads every row of data of one sheet, cell by cell, and tells what is wrong with each: one finding a cause. */
final class SheetRows {
    /** What was read, and what was wrong. */
    record Read(List<RowReading> rows, List<Finding> findings) {}

    private final String workbook;
    private final SheetGrid sheet;
    private final SheetTemplate layout;
    private final ValueReader values;
    private final List<SheetGrid.Area> merged;
    private List<SheetGrid.Area> mergedHere = List.of();
    private final List<Finding> findings = new ArrayList<>();

    SheetRows(String workbook, SheetGrid sheet, SheetTemplate layout, ValueReader values) {
        this.workbook = workbook;
        this.sheet = sheet;
        this.layout = layout;
        this.values = values;
        this.merged = sheet.merged().stream()
                .filter(area -> area.last().row() >= layout.firstDataRow())
                .toList();
    }

    Read read() {
        var rows = new ArrayList<RowReading>();
        for (int row : sheet.cells().tailMap(layout.firstDataRow(), true).keySet()) {
            mergedHere = merged.isEmpty()
                    ? merged
                    : merged.stream().filter(area -> area.crosses(row)).toList();
            if (!remark(row)) {
                rows.add(row(row));
            }
        }
        return new Read(rows, findings);
    }

    /** Words below or between the rows are no row: told once, not once for every cell that a row must fill. */
    private boolean remark(int row) {
        int blank = 0;
        int must = 0;
        for (int at = 0; at < layout.columns().size(); at++) {
            if (layout.columns().get(at).required()) {
                must++;
                blank += sheet.cell(row, at + 1) == null && !swallowed(row, at + 1) ? 1 : 0;
            }
        }
        Cell first = sheet.row(row).firstEntry().getValue();
        boolean codeless = sheet.cell(row, 1) == null && !swallowed(row, 1);
        boolean lonely = sheet.row(row).size() == 1 && blank == must - 1;
        boolean outside = first.address().column() > layout.columns().size();
        boolean remark = outside || (must > 2 && (codeless ? blank > must / 2 : lonely));
        if (remark) {
            add(FindingCode.REMARK_IN_DATA, first.address(), first.text(), null, String.valueOf(row));
        }
        return remark;
    }

    private RowReading row(int row) {
        var read = new LinkedHashMap<String, List<String>>();
        var broken = new LinkedHashSet<String>();
        var unknownRows = new HashSet<String>();
        for (int at = 0; at < layout.columns().size(); at++) {
            ColumnTemplate column = layout.columns().get(at);
            var address = new CellAddress(row, at + 1);
            if (swallowed(row, at + 1)) {
                broken.add(column.heading()); // the merged cells have their finding
                continue;
            }
            CellValue value = value(sheet.cell(row, at + 1), column);
            FindingCode fault = value.fault();
            boolean again = fault == FindingCode.TEST_ROW_UNKNOWN && !unknownRows.add(String.valueOf(value.found()));
            if (fault != null && !again) {
                add(fault, address, value.found(), value.expected(), column.heading(), registerOf(column));
            }
            if (value.broken()) {
                broken.add(column.heading());
            } else if (!value.parts().isEmpty()) {
                read.put(column.heading(), value.parts());
            } else if (column.required() && fault == null) {
                broken.add(column.heading());
                boolean role = column.heading().equals(RuleColumn.ROLE.heading());
                FindingCode empty = role ? FindingCode.ROLE_MISSING : FindingCode.REQUIRED_CELL_EMPTY;
                add(empty, address, null, null, column.heading());
            }
        }
        var reading = new RowReading(new SourceRow(workbook, layout.name(), row), read, broken);
        layout.dayOrders().forEach(days -> period(reading, days.first(), days.last()));
        return reading;
    }

    private CellValue value(@Nullable Cell cell, ColumnTemplate column) {
        return cell == null
                ? CellValue.BLANK
                : values.read(cell, column, !layout.technicalRows().isEmpty());
    }

    private boolean swallowed(int row, int column) {
        return mergedHere.stream().anyMatch(area -> area.swallows(row, column));
    }

    private void period(RowReading row, String first, String last) {
        int at = layout.headings().indexOf(last);
        var from = row.broken().contains(first) ? null : row.day(first);
        var to = row.broken().contains(last) ? null : row.day(last);
        if (at >= 0 && from != null && to != null && to.isBefore(from)) {
            row.broken().add(last);
            var address = new CellAddress(row.source().row(), at + 1);
            add(FindingCode.PERIOD_REVERSED, address, to.toString(), "≥ " + from, first, last);
        }
    }

    private static String registerOf(ColumnTemplate column) {
        return column.content().register().map(Register::sheet).orElse("");
    }

    private void add(
            FindingCode code,
            CellAddress address,
            @Nullable String found,
            @Nullable String expected,
            String... arguments) {
        findings.add(new Finding(
                code,
                workbook,
                layout.name(),
                address.toString(),
                StructureCheck.shortened(found),
                expected,
                List.of(arguments)));
    }
}
