package org.xinheng.listing.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xinheng.caller.CurrentCaller;
import org.xinheng.contract.Contract;
import org.xinheng.contract.QueryParameters;
import org.xinheng.contract.api.OperationId;
import org.xinheng.idempotency.RenderedAnswer;
import org.xinheng.idempotency.rest.CanonicalBody;
import org.xinheng.idempotency.rest.Idempotency;
import org.xinheng.kernel.ErrorCode;
import org.xinheng.kernel.Identifier;
import org.xinheng.kernel.IdentifierScheme;
import org.xinheng.kernel.Refusal;
import org.xinheng.listing.Listing;
import org.xinheng.listing.ListingDraft;
import org.xinheng.listing.ListingEvent;
import org.xinheng.listing.service.EnterListing;
import org.xinheng.listing.service.ReadListings;
import org.xinheng.listing.service.RecordListingEvent;
import org.xinheng.listing.service.RemoveListing;

/** {@code /v1/listings}. */
@Path("/v1/listings")
@Produces(MediaType.APPLICATION_JSON)
public class ListingResource {
    private static final String PATH = "/v1/listings/";

    private final Contract contract;
    private final CurrentCaller caller;
    private final Idempotency idempotency;
    private final EnterListing enterListing;
    private final RemoveListing removeListing;
    private final RecordListingEvent recordListingEvent;
    private final ReadListings readListings;
    private final ObjectMapper objectMapper;

    ListingResource(
            Contract contract,
            CurrentCaller caller,
            Idempotency idempotency,
            EnterListing enterListing,
            RemoveListing removeListing,
            RecordListingEvent recordListingEvent,
            ReadListings readListings,
            ObjectMapper objectMapper) {
        this.contract = contract;
        this.caller = caller;
        this.idempotency = idempotency;
        this.enterListing = enterListing;
        this.removeListing = removeListing;
        this.recordListingEvent = recordListingEvent;
        this.readListings = readListings;
        this.objectMapper = objectMapper;
    }

    /** Enters one listing. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response enter(byte[] body, @Context HttpHeaders headers) {
        JsonNode request = contract.body("ListingRequest", body);
        ListingDraft draft = ListingRequestJson.read(request);
        return idempotency.once(
                headers,
                "POST /v1/listings",
                () -> CanonicalBody.of(request),
                () -> created(enterListing.enter(caller.get(), draft)));
    }

    /** Removes one listing, from a day on. */
    @POST
    @Path("{id}/removal")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response remove(@PathParam("id") String id, byte[] body, @Context HttpHeaders headers) {
        UUID listingId = listingId(id);
        JsonNode request = contract.body("RemovalRequest", body);
        RemoveListing.Removal removal = new RemoveListing.Removal(
                LocalDate.parse(request.get("removedOn").textValue()),
                request.get("reason").textValue(),
                request.get("documentNumber").textValue(),
                request.path("correction").asBoolean(false));
        return idempotency.once(
                headers,
                "POST " + PATH + listingId + "/removal",
                () -> CanonicalBody.of(request),
                () -> created(removeListing.remove(caller.get(), listingId, removal)));
    }

    /** Records what became of the act beneath the listing. */
    @POST
    @Path("{id}/events")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response happened(@PathParam("id") String id, byte[] body, @Context HttpHeaders headers) {
        UUID listingId = listingId(id);
        JsonNode request = contract.body("ListingEventRequest", body);
        RecordListingEvent.Happening happening = new RecordListingEvent.Happening(
                ListingEvent.Type.valueOf(request.get("type").textValue()),
                LocalDate.parse(request.get("effectiveOn").textValue()),
                request.get("reason").textValue(),
                request.get("documentNumber").textValue());
        return idempotency.once(
                headers,
                "POST " + PATH + listingId + "/events",
                () -> CanonicalBody.of(request),
                () -> created(recordListingEvent.happened(caller.get(), listingId, happening)));
    }

    /** One page of the listings in force on a day. */
    @GET
    public Page search(@Context UriInfo uri) {
        QueryParameters query = contract.query(OperationId.SEARCH_LISTINGS, uri.getQueryParameters());
        PageMark mark = query.text("after")
                .map(after -> PageMark.parse(after, query.number("knownAt")))
                .orElse(null);
        ReadListings.Page page = readListings.search(
                reader(query),
                new ReadListings.Search(
                        query.text("listKind").orElse(null),
                        identifier(query),
                        mark == null ? null : mark.after(),
                        query.size()),
                new ReadListings.Moment(
                        query.day("inForceOn"),
                        mark == null ? query.number("knownAt") : OptionalLong.of(mark.knownAt())));
        List<ListingView> items = page.items().stream().map(ListingView::of).toList();
        String next = page.more()
                ? new PageMark(page.knownAt(), items.get(items.size() - 1).id()).toString()
                : null;
        return new Page(items, next, page.knownAt());
    }

    /** {@code ListingPage} of the contract. */
    record Page(List<ListingView> items, @Nullable String next, long knownAt) {}

    /** One listing and how it stands on a day. */
    @GET
    @Path("{id}")
    public ListingView read(@PathParam("id") String id, @Context UriInfo uri) {
        QueryParameters query = contract.query(OperationId.READ_LISTING, uri.getQueryParameters());
        return ListingView.of(readListings.read(
                reader(query),
                listingId(id),
                new ReadListings.Moment(query.day("inForceOn"), query.number("knownAt"))));
    }

    private ReadListings.Reader reader(QueryParameters query) {
        return new ReadListings.Reader(
                caller.get(),
                query.text("purpose").orElse(null),
                query.text("caseNumber").orElse(null));
    }

    private static @Nullable Identifier identifier(QueryParameters query) {
        String scheme = query.text("scheme").orElse(null);
        String value = query.text("identifier").orElse(null);
        if (scheme == null && value == null) {
            return null;
        }
        if (scheme == null || value == null) {
            String missing = scheme == null ? "scheme" : "identifier";
            throw Refusal.at("query:" + missing, ErrorCode.PARAMETER_INVALID, missing, "`scheme` + `identifier`");
        }
        return Identifier.parse(IdentifierScheme.valueOf(scheme), value, "query:identifier");
    }

    /** An id that is none names no listing. */
    private static UUID listingId(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw Refusal.of(ErrorCode.LISTING_NOT_FOUND);
        }
    }

    private RenderedAnswer created(Listing listing) {
        try {
            byte[] body = objectMapper.writeValueAsBytes(ListingView.of(readListings.written(listing)));
            return RenderedAnswer.created(PATH + listing.id(), body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a view can always be written", e);
        }
    }
}
