package org.xinheng.release.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.UUID;
import org.xinheng.caller.CurrentCaller;
import org.xinheng.contract.Contract;
import org.xinheng.idempotency.RenderedAnswer;
import org.xinheng.idempotency.rest.CanonicalBody;
import org.xinheng.idempotency.rest.Idempotency;
import org.xinheng.release.service.ActivateRelease;
import org.xinheng.release.service.ApproveRelease;
import org.xinheng.release.service.ReadReleases;
import org.xinheng.release.service.RollBackRelease;

/** The steps in the life of a release: {@code …/approval}, {@code …/activation}, {@code …/rollback}. */
@Path("/v1/releases")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ReleaseStepResource {
    private final Contract contract;
    private final CurrentCaller caller;
    private final Idempotency idempotency;
    private final ApproveRelease approveRelease;
    private final ActivateRelease activateRelease;
    private final RollBackRelease rollBackRelease;
    private final ReadReleases readReleases;
    private final ObjectMapper objectMapper;

    ReleaseStepResource(
            Contract contract,
            CurrentCaller caller,
            Idempotency idempotency,
            ApproveRelease approveRelease,
            ActivateRelease activateRelease,
            RollBackRelease rollBackRelease,
            ReadReleases readReleases,
            ObjectMapper objectMapper) {
        this.contract = contract;
        this.caller = caller;
        this.idempotency = idempotency;
        this.approveRelease = approveRelease;
        this.activateRelease = activateRelease;
        this.rollBackRelease = rollBackRelease;
        this.readReleases = readReleases;
        this.objectMapper = objectMapper;
    }

    /** Approves a release for a day. */
    @POST
    @Path("{id}/approval")
    public Response approve(@PathParam("id") String id, byte[] body, @Context HttpHeaders headers) {
        JsonNode request = contract.body("ApprovalRequest", body);
        LocalDate effectiveFrom = LocalDate.parse(request.get("effectiveFrom").textValue());
        return step(
                id,
                "approval",
                request,
                headers,
                release -> approveRelease.approve(caller.get(), release, effectiveFrom, reason(request)));
    }

    /** Lets an approved release become law at once. */
    @POST
    @Path("{id}/activation")
    public Response activate(@PathParam("id") String id, byte[] body, @Context HttpHeaders headers) {
        JsonNode request = contract.body("ReleaseStepRequest", body);
        return step(
                id,
                "activation",
                request,
                headers,
                release -> activateRelease.activate(caller.get(), release, reason(request)));
    }

    /** Takes a release back. */
    @POST
    @Path("{id}/rollback")
    public Response rollBack(@PathParam("id") String id, byte[] body, @Context HttpHeaders headers) {
        JsonNode request = contract.body("ReleaseStepRequest", body);
        return step(
                id,
                "rollback",
                request,
                headers,
                release -> rollBackRelease.rollBack(caller.get(), release, reason(request)));
    }

    /** What is done to a release. */
    @FunctionalInterface
    private interface Step {
        void take(UUID releaseId);
    }

    private Response step(String id, String name, JsonNode request, HttpHeaders headers, Step step) {
        UUID release = ReleaseResource.releaseId(id);
        return idempotency.once(
                headers, "POST /v1/releases/" + release + "/" + name, () -> CanonicalBody.of(request), () -> {
                    step.take(release);
                    return new RenderedAnswer(200, null, MediaType.APPLICATION_JSON, json(release));
                });
    }

    private byte[] json(UUID release) {
        try {
            return objectMapper.writeValueAsBytes(ReleaseView.of(readReleases.one(caller.get(), release)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a view can always be written", e);
        }
    }

    private static String reason(JsonNode request) {
        return request.get("reason").textValue();
    }
}
