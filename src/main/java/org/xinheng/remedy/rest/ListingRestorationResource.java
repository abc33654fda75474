package org.xinheng.remedy.rest;

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
import java.util.UUID;
import org.xinheng.caller.CurrentCaller;
import org.xinheng.contract.Contract;
import org.xinheng.contract.Ids;
import org.xinheng.contract.QueryParameters;
import org.xinheng.contract.api.OperationId;
import org.xinheng.contract.api.RestorationOutlookView;
import org.xinheng.contract.api.RestorationRequest;
import org.xinheng.idempotency.RenderedAnswer;
import org.xinheng.idempotency.rest.Idempotency;
import org.xinheng.kernel.ErrorCode;
import org.xinheng.remedy.CreditRestoration;
import org.xinheng.remedy.service.ReadRestorations;
import org.xinheng.remedy.service.RestoreCredit;

/** {@code /v1/listings/{id}/restorations}: what can be done about an entry, and the application. */
@Path("/v1/listings/{id}/restorations")
@Produces(MediaType.APPLICATION_JSON)
public class ListingRestorationResource {
    private final Contract contract;
    private final CurrentCaller caller;
    private final Idempotency idempotency;
    private final RestoreCredit restoreCredit;
    private final ReadRestorations readRestorations;

    ListingRestorationResource(
            Contract contract,
            CurrentCaller caller,
            Idempotency idempotency,
            RestoreCredit restoreCredit,
            ReadRestorations readRestorations) {
        this.contract = contract;
        this.caller = caller;
        this.idempotency = idempotency;
        this.restoreCredit = restoreCredit;
        this.readRestorations = readRestorations;
    }

    /** What can be done about an entry, and what has been applied for. */
    @GET
    public RestorationOutlookView outlook(@PathParam("id") String id, @Context UriInfo uri) {
        QueryParameters query = contract.query(OperationId.READ_RESTORATIONS, uri.getQueryParameters());
        return CreditRestorationMapper.outlook(
                readRestorations.outlook(query.reader(caller.get()), Ids.of(id, ErrorCode.LISTING_NOT_FOUND)));
    }

    /** Applies for restoration. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response apply(@PathParam("id") String id, byte[] body, @Context HttpHeaders headers) {
        UUID listing = Ids.of(id, ErrorCode.LISTING_NOT_FOUND);
        RestorationRequest request = contract.body(RestorationRequest.class, body);
        RestoreCredit.Application application =
                new RestoreCredit.Application(request.performedOn(), request.promise(), request.documents());
        return idempotency.once(
                headers,
                "POST /v1/listings/" + listing + "/restorations",
                body,
                () -> created(restoreCredit.apply(caller.get(), listing, application)));
    }

    private RenderedAnswer created(CreditRestoration restoration) {
        return idempotency.created(
                "/v1/listings/" + restoration.listingId() + "/restorations",
                CreditRestorationMapper.of(restoration, null, readRestorations.today()));
    }
}
