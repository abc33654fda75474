package org.xinheng.publication.rest;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.xinheng.contract.Contract;
import org.xinheng.contract.QueryParameters;
import org.xinheng.contract.api.MeasureRowView;
import org.xinheng.contract.api.OperationId;
import org.xinheng.contract.api.PublishedMeasureRowsView;
import org.xinheng.contract.api.PublishedReleaseView;
import org.xinheng.export.rest.TableAnswers;
import org.xinheng.publication.service.ReadMeasureRows;

/** {@code /v1/public/measure-rows}: whom a measure reaches, by which article and through whom, for everybody. */
@Path("/v1/public/measure-rows")
public class MeasureRowResource {
    private final Contract contract;
    private final ReadMeasureRows readMeasureRows;
    private final TableAnswers tableAnswers;

    MeasureRowResource(Contract contract, ReadMeasureRows readMeasureRows, TableAnswers tableAnswers) {
        this.contract = contract;
        this.readMeasureRows = readMeasureRows;
        this.tableAnswers = tableAnswers;
    }

    /** The rows in force on a day. */
    @GET
    @Produces({MediaType.APPLICATION_JSON, TableAnswers.CSV, TableAnswers.XLSX})
    public Response read(@Context UriInfo uri, @Context Request request) {
        QueryParameters query = contract.query(OperationId.PUBLISHED_MEASURE_ROWS, uri.getQueryParameters());
        TableAnswers.Form form = TableAnswers.form(request);
        ReadMeasureRows.Rows rows = readMeasureRows.on(query.day("inForceOn").orElse(null));
        List<MeasureRowView> items = rows.rows().stream()
                .map(row -> MeasureRowMapper.of(row, rows.registers()))
                .toList();
        return form.isFile()
                ? tableAnswers.file(
                        form,
                        "措施 " + rows.day(),
                        MeasureRowMapper.HEADINGS,
                        items.stream().map(MeasureRowMapper::row).iterator())
                : Response.ok(
                                new PublishedMeasureRowsView(
                                        rows.day(),
                                        new PublishedReleaseView(rows.releaseHash(), rows.releaseEffectiveFrom()),
                                        items),
                                MediaType.APPLICATION_JSON_TYPE)
                        .build();
    }
}
