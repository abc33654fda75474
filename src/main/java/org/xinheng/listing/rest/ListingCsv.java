package org.xinheng.listing.rest;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.xinheng.contract.Contract;
import org.xinheng.kernel.ErrorCode;
import org.xinheng.kernel.Fault;
import org.xinheng.kernel.Refusal;
import org.xinheng.listing.service.EnterBatch.RowRead;

/** Reads a batch of listings: each row becomes the JSON that could have been posted and is checked in the same way. */
@Singleton
class ListingCsv {
    private final Contract contract;

    ListingCsv(Contract contract) {
        this.contract = contract;
    }

    /**
     * A batch as it was read.
     *
     * @param readings by the line on which the row begins, for rows with as many cells as the heading
     */
    record Read(List<RowRead> rows, Map<Integer, ListingColumns.Reading> readings) {
        /** The column that a fault of a row is about, empty for the row as a whole. */
        String columnOf(int line, Fault fault) {
            ListingColumns.Reading reading = readings.get(line);
            return reading == null ? "" : reading.columnOf(fault.pointer());
        }
    }

    /**
     * Reads a file; what is wrong with single rows is told with them.
     *
     * @throws Refusal when the file as a whole cannot be read
     */
    Read read(byte[] bytes) {
        CsvFile file = CsvFile.read(bytes);
        ListingColumns columns = ListingColumns.of(file.heading(), contract);
        List<RowRead> rows = new ArrayList<>();
        Map<Integer, ListingColumns.Reading> readings = new HashMap<>();
        for (CsvFile.Row row : file.rows()) {
            if (row.cells().size() == columns.size()) {
                ListingColumns.Reading reading = columns.read(row.cells());
                readings.put(row.line(), reading);
                rows.add(read(row.line(), reading.body()));
            } else {
                rows.add(new RowRead(
                        row.line(),
                        null,
                        List.of(Fault.at(
                                "",
                                ErrorCode.CELL_COUNT,
                                Integer.toString(columns.size()),
                                Integer.toString(row.cells().size())))));
            }
        }
        return new Read(List.copyOf(rows), readings);
    }

    private RowRead read(int line, JsonNode body) {
        try {
            // written and read again: what a body may not hold, a row may not either
            byte[] posted = body.toString().getBytes(StandardCharsets.UTF_8);
            return new RowRead(line, ListingRequestJson.read(contract.body("ListingRequest", posted)), List.of());
        } catch (Refusal refusal) {
            return new RowRead(line, null, refusal.faults());
        }
    }
}
