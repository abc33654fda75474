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
import org.xinheng.catalogue.Edition;
import org.xinheng.catalogue.MeasureItem;
import org.xinheng.contract.Contract;
import org.xinheng.contract.QueryParameters;
import org.xinheng.contract.api.MeasureListEntryView;
import org.xinheng.contract.api.OperationId;
import org.xinheng.contract.api.PublishedEditionView;
import org.xinheng.contract.api.PublishedMeasureListView;
import org.xinheng.contract.api.PublishedReleaseView;
import org.xinheng.export.rest.TableAnswers;
import org.xinheng.publication.service.ReadPublications;

/** {@code /v1/public/measure-list}: the measure list in force, with its date, for everybody. */
@Path("/v1/public/measure-list")
public class MeasureListResource {
    private static final List<String> HEADINGS = List.of("版本", "类别", "序号", "惩戒措施", "条目代码", "名称是否核实");

    private final Contract contract;
    private final ReadPublications readPublications;
    private final TableAnswers tableAnswers;

    MeasureListResource(Contract contract, ReadPublications readPublications, TableAnswers tableAnswers) {
        this.contract = contract;
        this.readPublications = readPublications;
        this.tableAnswers = tableAnswers;
    }

    static PublishedEditionView edition(Edition edition) {
        return new PublishedEditionView(
                edition.code(),
                edition.title(),
                edition.documentNumber(),
                edition.inForce().from(),
                edition.inForce().to(),
                edition.verified());
    }

    static MeasureListEntryView item(MeasureItem item) {
        return new MeasureListEntryView(
                item.code(), item.title(), item.edition(), item.measureClass(), item.number(), item.verified());
    }

    /** The list in force on a day. */
    @GET
    @Produces({MediaType.APPLICATION_JSON, TableAnswers.CSV, TableAnswers.XLSX})
    public Response read(@Context UriInfo uri, @Context Request request) {
        QueryParameters query = contract.query(OperationId.PUBLISHED_MEASURE_LIST, uri.getQueryParameters());
        TableAnswers.Form form = TableAnswers.form(request);
        ReadPublications.MeasureList list =
                readPublications.measureList(query.day("inForceOn").orElse(null));
        if (form.isFile()) {
            return tableAnswers.file(
                    form,
                    "措施清单 " + list.day(),
                    HEADINGS,
                    list.items().stream().map(MeasureListResource::row).iterator());
        }
        return Response.ok(
                        new PublishedMeasureListView(
                                list.day(),
                                new PublishedReleaseView(list.releaseHash(), list.releaseEffectiveFrom()),
                                list.editions().stream()
                                        .map(MeasureListResource::edition)
                                        .toList(),
                                list.items().stream()
                                        .map(MeasureListResource::item)
                                        .toList()),
                        MediaType.APPLICATION_JSON_TYPE)
                .build();
    }

    private static List<String> row(MeasureItem item) {
        return List.of(
                item.edition(),
                Integer.toString(item.measureClass()),
                Integer.toString(item.number()),
                item.title(),
                item.code(),
                item.verified() ? "是" : "否");
    }
}
