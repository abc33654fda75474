package org.xinheng.publication.rest;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xinheng.catalogue.service.KnownCodes;
import org.xinheng.contract.Contract;
import org.xinheng.contract.QueryParameters;
import org.xinheng.contract.api.OperationId;
import org.xinheng.contract.api.PublishedBatchPage;
import org.xinheng.contract.api.PublishedEntryPage;
import org.xinheng.contract.api.PublishedEntryView;
import org.xinheng.contract.api.PublishedListView;
import org.xinheng.contract.api.PublishedListsView;
import org.xinheng.export.PagedRows;
import org.xinheng.export.rest.TableAnswers;
import org.xinheng.publication.Publication;
import org.xinheng.publication.Publications;
import org.xinheng.publication.service.ReadPublications;

/** {@code /v1/public/…}: what everybody may read without a key. */
@Path("/v1/public")
public class PublicListResource {
    /** So many entries of a file are in memory. */
    private static final int FILE_PAGE = 1_000;

    private final Contract contract;
    private final ReadPublications readPublications;
    private final TableAnswers tableAnswers;
    private final KnownCodes knownCodes;

    PublicListResource(
            Contract contract, ReadPublications readPublications, TableAnswers tableAnswers, KnownCodes knownCodes) {
        this.contract = contract;
        this.readPublications = readPublications;
        this.tableAnswers = tableAnswers;
        this.knownCodes = knownCodes;
    }

    static PublishedListView list(ReadPublications.PublishedList list) {
        return new PublishedListView(
                list.kind().code(),
                list.kind().title(),
                list.kind().polarity().name(),
                list.bases().stream()
                        .map(basis -> basis.title() + basis.article())
                        .toList(),
                list.batches(),
                list.lastPublishedOn());
    }

    /** The lists that are published. */
    @GET
    @Path("lists")
    @Produces(MediaType.APPLICATION_JSON)
    public PublishedListsView lists(@Context UriInfo uri) {
        contract.query(OperationId.PUBLISHED_LISTS, uri.getQueryParameters());
        return new PublishedListsView(
                readPublications.lists().stream().map(PublicListResource::list).toList());
    }

    /** The entries of a list, or of one batch, that are published today: page by page, or all of them as a file. */
    @GET
    @Path("lists/{listKind}/entries")
    @Produces({MediaType.APPLICATION_JSON, TableAnswers.CSV, TableAnswers.XLSX})
    public Response entries(@PathParam("listKind") String listKind, @Context UriInfo uri, @Context Request request) {
        QueryParameters query = contract.query(OperationId.PUBLISHED_ENTRIES, uri.getQueryParameters());
        TableAnswers.Form form = TableAnswers.form(request);
        ReadPublications.Reading reading = new ReadPublications.Reading(
                listKind,
                query.text("region").orElse(null),
                query.text("batch")
                        .map(text -> EntryMark.UuidText.read(text, "batch"))
                        .orElse(null));
        Publications.Mark after = query.text("after").map(EntryMark::read).orElse(null);
        return (form.isFile() ? file(form, reading, after) : page(reading, after, query))
                .header("Cache-Control", "no-cache")
                .build();
    }

    private Response.ResponseBuilder page(
            ReadPublications.Reading reading, Publications.@Nullable Mark after, QueryParameters query) {
        ReadPublications.Page page = readPublications.entries(reading, after, query.size());
        String next = page.next() == null ? null : EntryMark.written(page.next());
        Response.ResponseBuilder answer =
                Response.ok(new PublishedEntryPage(page.day(), views(page), next), MediaType.APPLICATION_JSON_TYPE);
        return next == null
                ? answer
                : answer.header("Link", query.linkToNext("/v1/public/lists/" + reading.listKind() + "/entries", next));
    }

    private Response.ResponseBuilder file(
            TableAnswers.Form form, ReadPublications.Reading reading, Publications.@Nullable Mark after) {
        return tableAnswers.building(
                form,
                reading.listKind(),
                PublishedEntryMapper.HEADINGS,
                new PagedRows<>(rows(reading, after), last -> rows(reading, last)));
    }

    private PagedRows.Page<Publications.Mark> rows(
            ReadPublications.Reading reading, Publications.@Nullable Mark after) {
        ReadPublications.Page page = readPublications.entries(reading, after, FILE_PAGE);
        return new PagedRows.Page<>(
                views(page).stream().map(PublishedEntryMapper::row).toList(), page.next());
    }

    private static List<PublishedEntryView> views(ReadPublications.Page page) {
        return page.entries().stream()
                .map(entry -> PublishedEntryMapper.of(entry, page.registers()))
                .toList();
    }

    /** The batches published, newest first. */
    @GET
    @Path("batches")
    @Produces(MediaType.APPLICATION_JSON)
    public PublishedBatchPage batches(@Context UriInfo uri) {
        QueryParameters query = contract.query(OperationId.PUBLISHED_BATCHES, uri.getQueryParameters());
        int size = query.size();
        List<Publication> found = readPublications.batches(
                knownCodes
                        .known(KnownCodes.Register.LIST_KINDS, "query:listKind", query.text("listKind"))
                        .orElse(null),
                query.text("after")
                        .map(text -> EntryMark.UuidText.read(text, "after"))
                        .orElse(null),
                size + 1);
        boolean more = found.size() > size;
        List<Publication> page = more ? found.subList(0, size) : found;
        return new PublishedBatchPage(
                page.stream().map(PublishedBatchMapper::of).toList(),
                more ? page.get(page.size() - 1).id().toString() : null);
    }
}
