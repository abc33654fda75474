package org.xinheng.release.rest;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xinheng.release.difference.ChangedRow;
import org.xinheng.release.difference.Difference;
import org.xinheng.release.difference.TableDifference;
import org.xinheng.release.difference.TableName;
import org.xinheng.release.difference.TableRow;
import org.xinheng.release.service.CompareReleases.Compared;

/** {@code Difference} of the contract. */
record DifferenceView(UUID release, UUID against, int added, int removed, int changed, List<Table> tables) {
    /** {@code DifferenceTable}. */
    record Table(TableName.Kind kind, String sheet, List<Row> added, List<Row> removed, List<Changed> changed) {}

    /** {@code DifferenceRow}: a row that is new or gone, with its filled cells. */
    record Row(String code, String workbook, int row, List<Cell> cells) {}

    /** {@code DifferenceCell}. */
    record Cell(String heading, String address, String text) {}

    /** {@code DifferenceChange}: a row that says something else. */
    record Changed(String code, Place before, Place after, List<ChangedCell> cells) {}

    /** {@code DifferencePlace}. */
    record Place(String workbook, int row) {}

    /** {@code DifferenceChangedCell}. */
    record ChangedCell(
            String heading,
            @Nullable String addressBefore,
            @Nullable String addressAfter,
            String before,
            String after) {}

    static DifferenceView of(Compared compared) {
        Difference difference = compared.difference();
        return new DifferenceView(
                compared.release(),
                compared.against(),
                difference.added(),
                difference.removed(),
                difference.changed(),
                difference.tables().stream().map(DifferenceView::table).toList());
    }

    private static Table table(TableDifference table) {
        return new Table(
                table.table().kind(),
                table.table().sheet(),
                table.added().stream().map(DifferenceView::row).toList(),
                table.removed().stream().map(DifferenceView::row).toList(),
                table.changed().stream().map(DifferenceView::changed).toList());
    }

    private static Row row(TableRow row) {
        return new Row(
                row.code(),
                row.workbook(),
                row.row(),
                row.cells().stream()
                        .filter(cell -> !cell.text().isEmpty())
                        .map(cell -> new Cell(cell.heading(), cell.address(), cell.text()))
                        .toList());
    }

    private static Changed changed(ChangedRow row) {
        return new Changed(
                row.code(),
                new Place(row.before().workbook(), row.before().row()),
                new Place(row.after().workbook(), row.after().row()),
                row.cells().stream()
                        .map(cell -> new ChangedCell(
                                cell.heading(), cell.addressBefore(), cell.addressAfter(), cell.before(), cell.after()))
                        .toList());
    }
}
