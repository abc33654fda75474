package org.xinheng.publication.rest;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.xinheng.caller.CurrentCaller;
import org.xinheng.contract.Contract;
import org.xinheng.contract.api.PublicationRequest;
import org.xinheng.idempotency.rest.Idempotency;
import org.xinheng.publication.Publication;
import org.xinheng.publication.service.PublishBatch;

/** {@code /v1/publications}: a department publishes a batch. */
@Path("/v1/publications")
@Produces(MediaType.APPLICATION_JSON)
public class PublicationResource {
    private final Contract contract;
    private final CurrentCaller caller;
    private final Idempotency idempotency;
    private final PublishBatch publishBatch;

    PublicationResource(Contract contract, CurrentCaller caller, Idempotency idempotency, PublishBatch publishBatch) {
        this.contract = contract;
        this.caller = caller;
        this.idempotency = idempotency;
        this.publishBatch = publishBatch;
    }

    /** Publishes what became known of a list since its last batch. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response publish(byte[] body, @Context HttpHeaders headers) {
        PublicationRequest request = contract.body(PublicationRequest.class, body);
        String listKind = request.listKind();
        return idempotency.once(headers, "POST /v1/publications", body, () -> {
            Publication batch = publishBatch.publish(caller.get(), listKind);
            return idempotency.created("/v1/public/lists/" + listKind + "/entries", PublishedBatchMapper.of(batch));
        });
    }
}
