package org.xinheng.release.rest;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.xinheng.caller.CurrentCaller;
import org.xinheng.contract.Contract;
import org.xinheng.contract.api.OperationId;
import org.xinheng.release.Workbook;
import org.xinheng.release.service.AnnotateWorkbook;
import org.xinheng.release.service.ReadReleases;

/** {@code /v1/releases/{id}/workbooks/{name}}. */
@Path("/v1/releases/{id}/workbooks")
public class WorkbookResource {
    /** Media type of a workbook. */
    static final String MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final CurrentCaller caller;
    private final Contract contract;
    private final ReadReleases readReleases;
    private final AnnotateWorkbook annotateWorkbook;

    WorkbookResource(
            CurrentCaller caller, Contract contract, ReadReleases readReleases, AnnotateWorkbook annotateWorkbook) {
        this.caller = caller;
        this.contract = contract;
        this.readReleases = readReleases;
        this.annotateWorkbook = annotateWorkbook;
    }

    /** The workbook as it was handed in, byte for byte; or with what the gate found at its cells. */
    @GET
    @Path("{name: .+}")
    @Produces(MEDIA_TYPE)
    public Response read(@PathParam("id") String id, @PathParam("name") String name, @Context UriInfo uri) {
        boolean annotated = contract.query(OperationId.READ_RELEASE_WORKBOOK, uri.getQueryParameters())
                .text("annotated")
                .map(Boolean::parseBoolean)
                .orElse(false);
        UUID release = ReleaseResource.releaseId(id);
        Workbook workbook = annotated
                ? annotateWorkbook.annotated(caller.get(), release, name)
                : readReleases.workbook(caller.get(), release, name);
        return Response.ok(workbook.bytes())
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment(workbook.name()))
                .build();
    }

    /** RFC 6266, with the name in UTF-8 (RFC 8187). */
    static String attachment(String name) {
        String bare = name.substring(name.lastIndexOf('/') + 1);
        return "attachment; filename*=UTF-8''"
                + URLEncoder.encode(bare, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
