package org.xinheng.release.rest;

import org.xinheng.contract.api.DifferenceCellView;
import org.xinheng.contract.api.DifferenceChangeView;
import org.xinheng.contract.api.DifferenceChangedCellView;
import org.xinheng.contract.api.DifferencePlaceView;
import org.xinheng.contract.api.DifferenceRowView;
import org.xinheng.contract.api.DifferenceTableView;
import org.xinheng.contract.api.DifferenceView;
import org.xinheng.release.difference.ChangedRow;
import org.xinheng.release.difference.Difference;
import org.xinheng.release.difference.TableDifference;
import org.xinheng.release.difference.TableRow;
import org.xinheng.release.service.CompareReleases.Compared;

/** Writes {@code Difference} of the contract. */
final class DifferenceMapper {
    private DifferenceMapper() {}

    static DifferenceView of(Compared compared) {
        Difference difference = compared.difference();
        return new DifferenceView(
                compared.release(),
                compared.against(),
                difference.added(),
                difference.removed(),
                difference.changed(),
                difference.tables().stream().map(DifferenceMapper::table).toList());
    }

    private static DifferenceTableView table(TableDifference table) {
        return new DifferenceTableView(
                table.table().kind(),
                table.table().sheet(),
                table.added().stream().map(DifferenceMapper::row).toList(),
                table.removed().stream().map(DifferenceMapper::row).toList(),
                table.changed().stream().map(DifferenceMapper::changed).toList());
    }

    private static DifferenceRowView row(TableRow row) {
        return new DifferenceRowView(
                row.code(),
                row.workbook(),
                row.row(),
                row.cells().stream()
                        .filter(cell -> !cell.text().isEmpty())
                        .map(cell -> new DifferenceCellView(cell.heading(), cell.address(), cell.text()))
                        .toList());
    }

    private static DifferenceChangeView changed(ChangedRow row) {
        return new DifferenceChangeView(
                row.code(),
                new DifferencePlaceView(row.before().workbook(), row.before().row()),
                new DifferencePlaceView(row.after().workbook(), row.after().row()),
                row.cells().stream()
                        .map(cell -> new DifferenceChangedCellView(
                                cell.heading(), cell.addressBefore(), cell.addressAfter(), cell.before(), cell.after()))
                        .toList());
    }
}
