package org.xinheng.exchange.table;

import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.xinheng.export.TableFiles;

/** {@link TableFiles} with Jackson and POI; a workbook keeps a hundred rows in memory and no more. */
@ApplicationScoped
class TableFilesForSpreadsheets implements TableFiles {
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final int ROWS_IN_MEMORY = 100;
    private static final int WIDTH = 24 * 256;
    /** A sheet holds no more rows; what is beyond goes to the next sheet. */
    private static final int ROWS_OF_A_SHEET = 1_000_000;

    private final CsvMapper csvMapper = CsvMapper.builder()
            .enable(CsvGenerator.Feature.ALWAYS_QUOTE_STRINGS)
            // a flush for each row would make each row a chunk of its own on the wire
            .disable(SerializationFeature.FLUSH_AFTER_WRITE_VALUE)
            .build();

    @Override
    public void write(Form form, String name, List<String> headings, Iterator<List<String>> rows, OutputStream to)
            throws IOException {
        if (form == Form.CSV) {
            csv(headings, rows, to);
        } else {
            workbook(name, headings, rows, to);
        }
    }

    private void csv(List<String> headings, Iterator<List<String>> rows, OutputStream to) throws IOException {
        var writer = new OutputStreamWriter(to, StandardCharsets.UTF_8);
        writer.write(BYTE_ORDER_MARK);
        try (SequenceWriter lines = csvMapper
                .writerFor(String[].class)
                .with(CsvSchema.emptySchema().withLineSeparator("\r\n"))
                .writeValues(writer)) {
            lines.write(headings.toArray(String[]::new));
            while (rows.hasNext()) {
                lines.write(rows.next().stream()
                        .map(TableFilesForSpreadsheets::harmless)
                        .toArray(String[]::new));
            }
        }
    }

    /** A program that opens the file takes a text with such a beginning for a formula; an apostrophe tells it is none. */
    static String harmless(String text) {
        return !text.isEmpty() && "=+-@\t\r\n".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    /** A text cell of a workbook is never taken for a formula. */
    private static void workbook(String name, List<String> headings, Iterator<List<String>> rows, OutputStream to)
            throws IOException {
        try (var workbook = new SXSSFWorkbook(ROWS_IN_MEMORY)) {
            int number = 1;
            Sheet sheet = sheet(workbook, name, headings);
            while (rows.hasNext()) {
                if (sheet.getLastRowNum() >= ROWS_OF_A_SHEET) {
                    number++;
                    sheet = sheet(workbook, name + number, headings);
                }
                fill(sheet.createRow(sheet.getLastRowNum() + 1), rows.next());
            }
            workbook.write(to);
        }
    }

    private static Sheet sheet(SXSSFWorkbook workbook, String name, List<String> headings) {
        Sheet sheet = workbook.createSheet(name);
        fill(sheet.createRow(0), headings);
        sheet.createFreezePane(0, 1);
        for (int column = 0; column < headings.size(); column++) {
            sheet.setColumnWidth(column, WIDTH);
        }
        return sheet;
    }

    private static void fill(Row row, List<String> texts) {
        for (int column = 0; column < texts.size(); column++) {
            row.createCell(column).setCellValue(texts.get(column));
        }
    }
}
