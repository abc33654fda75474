package org.xinheng.export.rest;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.Variant;
import java.util.Iterator;
import java.util.List;
import org.xinheng.export.TableFiles;
import org.xinheng.kernel.ErrorCode;
import org.xinheng.kernel.Refusal;

/** Answers as JSON, or as a file for a spreadsheet program, whichever the caller accepts. */
@Singleton
public class TableAnswers {
    /** Media type of a file with commas. */
    public static final String CSV = "text/csv";

    /** Media type of a workbook. */
    public static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static final MediaType CSV_TYPE = new MediaType("text", "csv");
    private static final MediaType XLSX_TYPE =
            new MediaType("application", "vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final TableFiles tableFiles;

    TableAnswers(TableFiles tableFiles) {
        this.tableFiles = tableFiles;
    }

    /** Forms of an answer. */
    public enum Form {
        JSON,
        CSV,
        XLSX;

        /** Whether it is a file. */
        public boolean isFile() {
            return this != JSON;
        }
    }

    /** The form that the caller accepts. */
    public static Form form(Request request) {
        Variant chosen = request.selectVariant(Variant.mediaTypes(MediaType.APPLICATION_JSON_TYPE, CSV_TYPE, XLSX_TYPE)
                .build());
        if (chosen == null) {
            throw Refusal.of(ErrorCode.NOT_ACCEPTABLE, MediaType.APPLICATION_JSON + ", " + CSV + ", " + XLSX);
        }
        MediaType type = chosen.getMediaType();
        return type.equals(CSV_TYPE) ? Form.CSV : type.equals(XLSX_TYPE) ? Form.XLSX : Form.JSON;
    }

    /** A table as a file. */
    public Response file(Form form, String name, List<String> headings, Iterator<List<String>> rows) {
        return building(form, name, headings, rows).build();
    }

    /** The same, to which headers may be added. */
    public Response.ResponseBuilder building(
            Form form, String name, List<String> headings, Iterator<List<String>> rows) {
        StreamingOutput body = to -> tableFiles.write(TableFiles.Form.valueOf(form.name()), name, headings, rows, to);
        return Response.ok(body, form == Form.CSV ? CSV_TYPE.withCharset("UTF-8") : XLSX_TYPE)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"xinheng." + (form == Form.CSV ? "csv" : "xlsx") + "\"");
    }
}
