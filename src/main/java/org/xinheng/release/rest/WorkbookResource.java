package org.xinheng.release.rest;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.xinheng.caller.CurrentCaller;
import org.xinheng.release.Workbook;
import org.xinheng.release.service.ReadReleases;

/** {@code /v1/releases/{id}/workbooks/{name}}. */
@Path("/v1/releases/{id}/workbooks")
public class WorkbookResource {
    /** Media type of a workbook. */
    static final String MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final CurrentCaller caller;
    private final ReadReleases readReleases;

    WorkbookResource(CurrentCaller caller, ReadReleases readReleases) {
        this.caller = caller;
        this.readReleases = readReleases;
    }

    /** The workbook as it was handed in, byte for byte. */
    @GET
    @Path("{name: .+}")
    @Produces(MEDIA_TYPE)
    public Response read(@PathParam("id") String id, @PathParam("name") String name) {
        Workbook workbook = readReleases.workbook(caller.get(), ReleaseResource.releaseId(id), name);
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
