package org.xinheng.listing.rest;

import com.fasterxml.jackson.databind.JsonNode;
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
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xinheng.caller.CurrentCaller;
import org.xinheng.catalogue.service.KnownCodes;
import org.xinheng.contract.Contract;
import org.xinheng.contract.Ids;
import org.xinheng.contract.QueryParameters;
import org.xinheng.contract.api.ListingEventRequest;
import org.xinheng.contract.api.ListingPage;
import org.xinheng.contract.api.ListingView;
import org.xinheng.contract.api.OperationId;
import org.xinheng.contract.api.RemovalRequest;
import org.xinheng.idempotency.RenderedAnswer;
import org.xinheng.idempotency.rest.Idempotency;
import org.xinheng.kernel.ErrorCode;
import org.xinheng.kernel.Identifier;
import org.xinheng.kernel.IdentifierScheme;
import org.xinheng.kernel.Refusal;
import org.xinheng.listing.Listing;
import org.xinheng.listing.ListingDraft;
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
    private final KnownCodes knownCodes;

    ListingResource(
            Contract contract,
            CurrentCaller caller,
            Idempotency idempotency,
            EnterListing enterListing,
            RemoveListing removeListing,
            RecordListingEvent recordListingEvent,
            ReadListings readListings,
            KnownCodes knownCodes) {
        this.contract = contract;
        this.caller = caller;
        this.idempotency = idempotency;
        this.enterListing = enterListing;
        this.removeListing = removeListing;
        this.recordListingEvent = recordListingEvent;
        this.readListings = readListings;
        this.knownCodes = knownCodes;
    }

    /** Enters one listing. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response enter(byte[] body, @Context HttpHeaders headers) {
        JsonNode request = contract.body("ListingRequest", body);
        ListingDraft draft = ListingRequestJson.read(request);
        return idempotency.once(
                headers, "POST /v1/listings", body, () -> created(enterListing.enter(caller.get(), draft), draft));
    }

    /** Removes one listing, from a day on. */
    @POST
    @Path("{id}/removal")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response remove(@PathParam("id") String id, byte[] body, @Context HttpHeaders headers) {
        UUID listingId = Ids.of(id, ErrorCode.LISTING_NOT_FOUND);
        RemovalRequest request = contract.body(RemovalRequest.class, body);
        RemoveListing.Removal removal = new RemoveListing.Removal(
                request.removedOn(), request.reason(), request.documentNumber(), request.correction());
        return idempotency.once(
                headers,
                "POST " + PATH + listingId + "/removal",
                body,
                () -> created(removeListing.remove(caller.get(), listingId, removal)));
    }

    /** Records what became of the act beneath the listing. */
    @POST
    @Path("{id}/events")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response happened(@PathParam("id") String id, byte[] body, @Context HttpHeaders headers) {
        UUID listingId = Ids.of(id, ErrorCode.LISTING_NOT_FOUND);
        ListingEventRequest request = contract.body(ListingEventRequest.class, body);
        RecordListingEvent.Happening happening = new RecordListingEvent.Happening(
                request.type(), request.effectiveOn(), request.reason(), request.documentNumber());
        return idempotency.once(
                headers,
                "POST " + PATH + listingId + "/events",
                body,
                () -> created(recordListingEvent.happened(caller.get(), listingId, happening)));
    }

    /** One page of the listings in force on a day. */
    @GET
    public ListingPage search(@Context UriInfo uri) {
        QueryParameters query = contract.query(OperationId.SEARCH_LISTINGS, uri.getQueryParameters());
        PageMark mark = query.text("after")
                .map(after -> PageMark.parse(after, query.number("knownAt")))
                .orElse(null);
        ReadListings.Page page = readListings.search(
                query.reader(caller.get()),
                new ReadListings.Search(
                        knownCodes
                                .known(KnownCodes.Register.LIST_KINDS, "query:listKind", query.text("listKind"))
                                .orElse(null),
                        identifier(query),
                        mark == null ? null : mark.after(),
                        query.size()),
                new ReadListings.Moment(
                        query.day("inForceOn"),
                        mark == null ? query.number("knownAt") : OptionalLong.of(mark.knownAt())));
        List<ListingView> items = page.items().stream().map(ListingMapper::of).toList();
        String next = page.more()
                ? new PageMark(page.knownAt(), items.get(items.size() - 1).id()).toString()
                : null;
        return new ListingPage(items, next, page.knownAt());
    }

    /** One listing and how it stands on a day. */
    @GET
    @Path("{id}")
    public ListingView read(@PathParam("id") String id, @Context UriInfo uri) {
        QueryParameters query = contract.query(OperationId.READ_LISTING, uri.getQueryParameters());
        return ListingMapper.of(readListings.read(
                query.reader(caller.get()),
                Ids.of(id, ErrorCode.LISTING_NOT_FOUND),
                new ReadListings.Moment(query.day("inForceOn"), query.number("knownAt"))));
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
        return Identifier.parse(
                IdentifierScheme.valueOf(scheme),
                value,
                "query:identifier",
                query.text("identifierConfirmed").map(Boolean::parseBoolean).orElse(false));
    }

    private RenderedAnswer created(Listing listing, ListingDraft draft) {
        return idempotency.created(PATH + listing.id(), ListingMapper.of(readListings.written(listing), draft));
    }

    private RenderedAnswer created(Listing listing) {
        return idempotency.created(PATH + listing.id(), ListingMapper.of(readListings.written(listing)));
    }
}
