package org.xinheng.remedy.rest;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.xinheng.caller.CurrentCaller;
import org.xinheng.contract.Contract;
import org.xinheng.contract.api.OperationId;
import org.xinheng.contract.api.OwnListingListView;
import org.xinheng.remedy.service.ReadOwnListings;

/** {@code /v1/me/listings}: what a subject finds about itself. */
@Path("/v1/me/listings")
@Produces(MediaType.APPLICATION_JSON)
public class OwnListingResource {
    private final Contract contract;
    private final CurrentCaller caller;
    private final ReadOwnListings readOwnListings;

    OwnListingResource(Contract contract, CurrentCaller caller, ReadOwnListings readOwnListings) {
        this.contract = contract;
        this.caller = caller;
        this.readOwnListings = readOwnListings;
    }

    /** All entries that concern the caller's organisation. */
    @GET
    public OwnListingListView read(@Context UriInfo uri) {
        contract.query(OperationId.READ_OWN_LISTINGS, uri.getQueryParameters());
        return new OwnListingListView(readOwnListings.read(caller.get()).stream()
                .map(OwnListingMapper::of)
                .toList());
    }
}
