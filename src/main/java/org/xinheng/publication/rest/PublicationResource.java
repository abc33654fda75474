package org.xinheng.publication.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import org.xinheng.idempotency.RenderedAnswer;
import org.xinheng.idempotency.rest.CanonicalBody;
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
    private final ObjectMapper objectMapper;

    PublicationResource(
            Contract contract,
            CurrentCaller caller,
            Idempotency idempotency,
            PublishBatch publishBatch,
            ObjectMapper objectMapper) {
        this.contract = contract;
        this.caller = caller;
        this.idempotency = idempotency;
        this.publishBatch = publishBatch;
        this.objectMapper = objectMapper;
    }

    /** Publishes what became known of a list since its last batch. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response publish(byte[] body, @Context HttpHeaders headers) {
        JsonNode request = contract.body("PublicationRequest", body);
        String listKind = request.get("listKind").textValue();
        return idempotency.once(headers, "POST /v1/publications", () -> CanonicalBody.of(request), () -> {
            Publication batch = publishBatch.publish(caller.get(), listKind);
            return RenderedAnswer.created("/v1/public/lists/" + listKind + "/entries", json(batch));
        });
    }

    private byte[] json(Publication batch) {
        try {
            return objectMapper.writeValueAsBytes(PublishedBatchView.of(batch));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a batch can always be written", e);
        }
    }
}
