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
import org.xinheng.contract.api.ObjectionListView;
import org.xinheng.contract.api.ObjectionRequest;
import org.xinheng.contract.api.ObjectionView;
import org.xinheng.contract.api.OperationId;
import org.xinheng.idempotency.rest.Idempotency;
import org.xinheng.kernel.ErrorCode;
import org.xinheng.remedy.Objection;
import org.xinheng.remedy.service.FileObjection;
import org.xinheng.remedy.service.ReadObjections;

/** {@code /v1/listings/{id}/objections}: filed and read beside the entry. */
@Path("/v1/listings/{id}/objections")
@Produces(MediaType.APPLICATION_JSON)
public class ListingObjectionResource {
    private final Contract contract;
    private final CurrentCaller caller;
    private final Idempotency idempotency;
    private final FileObjection fileObjection;
    private final ReadObjections readObjections;

    ListingObjectionResource(
            Contract contract,
            CurrentCaller caller,
            Idempotency idempotency,
            FileObjection fileObjection,
            ReadObjections readObjections) {
        this.contract = contract;
        this.caller = caller;
        this.idempotency = idempotency;
        this.fileObjection = fileObjection;
        this.readObjections = readObjections;
    }

    /** Files an objection to an entry. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response file(@PathParam("id") String id, byte[] body, @Context HttpHeaders headers) {
        UUID listing = Ids.of(id, ErrorCode.LISTING_NOT_FOUND);
        ObjectionRequest request = contract.body(ObjectionRequest.class, body);
        String statement = request.statement();
        return idempotency.once(headers, "POST /v1/listings/" + listing + "/objections", body, () -> {
            Objection filed = fileObjection.file(caller.get(), listing, statement);
            return idempotency.created("/v1/objections/" + filed.id(), view(filed));
        });
    }

    /** All objections to an entry. */
    @GET
    public ObjectionListView against(@PathParam("id") String id, @Context UriInfo uri) {
        QueryParameters query = contract.query(OperationId.READ_LISTING_OBJECTIONS, uri.getQueryParameters());
        UUID listing = Ids.of(id, ErrorCode.LISTING_NOT_FOUND);
        return new ObjectionListView(readObjections.against(query.reader(caller.get()), listing).stream()
                .map(this::view)
                .toList());
    }

    private ObjectionView view(Objection objection) {
        return ObjectionMapper.of(objection, null, readObjections.today());
    }
}
