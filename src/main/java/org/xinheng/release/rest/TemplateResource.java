package org.xinheng.release.rest;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.xinheng.contract.Contract;
import org.xinheng.contract.api.OperationId;
import org.xinheng.kernel.ErrorCode;
import org.xinheng.kernel.Refusal;
import org.xinheng.release.Workbook;
import org.xinheng.release.service.MakeTemplates;

/** {@code /v1/template}: empty workbooks, all in one file or one by its name. */
@Path("/v1/template")
public class TemplateResource {
    private static final String ZIP = "application/zip";
    /** Zips keep local times by definition; a fixed one makes the same templates the same bytes. */
    private static final LocalDateTime ENTRY_TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

    private final Contract contract;
    private final MakeTemplates makeTemplates;

    TemplateResource(Contract contract, MakeTemplates makeTemplates) {
        this.contract = contract;
        this.makeTemplates = makeTemplates;
    }

    /** A zip of all templates, or one of them. */
    @GET
    @Produces({ZIP, WorkbookResource.MEDIA_TYPE})
    public Response read(@Context UriInfo uri) {
        Optional<String> name = contract.query(OperationId.READ_TEMPLATE, uri.getQueryParameters())
                .text("workbook");
        List<Workbook> templates = makeTemplates.make();
        if (name.isEmpty()) {
            return Response.ok(zip(templates), ZIP)
                    .header(HttpHeaders.CONTENT_DISPOSITION, WorkbookResource.attachment("decision-tables.zip"))
                    .build();
        }
        Workbook one = templates.stream()
                .filter(template -> template.name().equals(name.get()))
                .findFirst()
                .orElseThrow(() -> Refusal.of(ErrorCode.WORKBOOK_NOT_FOUND, name.get()));
        return Response.ok(one.bytes(), WorkbookResource.MEDIA_TYPE)
                .header(HttpHeaders.CONTENT_DISPOSITION, WorkbookResource.attachment(one.name()))
                .build();
    }

    private static byte[] zip(List<Workbook> workbooks) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (Workbook workbook : workbooks) {
                var entry = new ZipEntry(workbook.name());
                entry.setTimeLocal(ENTRY_TIME);
                zip.putNextEntry(entry);
                zip.write(workbook.bytes());
                zip.closeEntry();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException("memory does not fail to be written", impossible);
        }
        return bytes.toByteArray();
    }
}
