package org.xinheng.release.rest;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.xinheng.contract.Contract;
import org.xinheng.contract.Ids;
import org.xinheng.contract.QueryParameters;
import org.xinheng.contract.api.DifferenceView;
import org.xinheng.contract.api.OperationId;
import org.xinheng.kernel.ErrorCode;
import org.xinheng.release.service.CompareReleases;
import org.xinheng.release.service.CompareReleases.Compared;

/** {@code /v1/releases/{id}/diff}, as JSON or, by {@code Accept}, as a workbook. */
@Path("/v1/releases/{id}/diff")
public class DifferenceResource {
    private static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final Contract contract;
    private final CompareReleases compareReleases;

    DifferenceResource(Contract contract, CompareReleases compareReleases) {
        this.contract = contract;
        this.compareReleases = compareReleases;
    }

    /** What changed, as JSON. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public DifferenceView read(@PathParam("id") String id, @Context UriInfo uri) {
        return DifferenceMapper.of(compared(id, query(uri)));
    }

    /** What changed, as a workbook of its own or, where one is named, as that workbook with its changes marked. */
    @GET
    @Produces(WORKBOOK)
    public Response workbook(@PathParam("id") String id, @Context UriInfo uri) {
        QueryParameters query = query(uri);
        Compared compared = compared(id, query);
        byte[] bytes = query.text("workbook")
                .map(name -> compareReleases.marked(compared, name))
                .orElseGet(() -> compareReleases.overview(compared));
        return Response.ok(bytes)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"difference.xlsx\"")
                .build();
    }

    private QueryParameters query(UriInfo uri) {
        return contract.query(OperationId.COMPARE_RELEASE, uri.getQueryParameters());
    }

    private Compared compared(String id, QueryParameters query) {
        return compareReleases.compare(
                Ids.of(id, ErrorCode.RELEASE_NOT_FOUND),
                query.text("against")
                        .map(text -> Ids.of(text, ErrorCode.RELEASE_NOT_FOUND))
                        .orElse(null));
    }
}
