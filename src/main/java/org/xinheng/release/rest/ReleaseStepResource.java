package org.xinheng.release.rest;

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
import org.xinheng.contract.api.ApprovalRequest;
import org.xinheng.contract.api.ReleaseStepRequest;
import org.xinheng.idempotency.RenderedAnswer;
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

    ReleaseStepResource(
            Contract contract,
            CurrentCaller caller,
            Idempotency idempotency,
            ApproveRelease approveRelease,
            ActivateRelease activateRelease,
            RollBackRelease rollBackRelease,
            ReadReleases readReleases) {
        this.contract = contract;
        this.caller = caller;
        this.idempotency = idempotency;
        this.approveRelease = approveRelease;
        this.activateRelease = activateRelease;
        this.rollBackRelease = rollBackRelease;
        this.readReleases = readReleases;
    }

    /** Approves a release for a day. */
    @POST
    @Path("{id}/approval")
    public Response approve(@PathParam("id") String id, byte[] body, @Context HttpHeaders headers) {
        ApprovalRequest request = contract.body(ApprovalRequest.class, body);
        LocalDate effectiveFrom = request.effectiveFrom();
        return step(
                id,
                "approval",
                body,
                headers,
                release -> approveRelease.approve(caller.get(), release, effectiveFrom, request.reason()));
    }

    /** Lets an approved release become law at once. */
    @POST
    @Path("{id}/activation")
    public Response activate(@PathParam("id") String id, byte[] body, @Context HttpHeaders headers) {
        ReleaseStepRequest request = contract.body(ReleaseStepRequest.class, body);
        return step(
                id,
                "activation",
                body,
                headers,
                release -> activateRelease.activate(caller.get(), release, request.reason()));
    }

    /** Takes a release back. */
    @POST
    @Path("{id}/rollback")
    public Response rollBack(@PathParam("id") String id, byte[] body, @Context HttpHeaders headers) {
        ReleaseStepRequest request = contract.body(ReleaseStepRequest.class, body);
        return step(
                id,
                "rollback",
                body,
                headers,
                release -> rollBackRelease.rollBack(caller.get(), release, request.reason()));
    }

    /** What is done to a release. */
    @FunctionalInterface
    private interface Step {
        void take(UUID releaseId);
    }

    private Response step(String id, String name, byte[] body, HttpHeaders headers, Step step) {
        UUID release = ReleaseResource.releaseId(id);
        return idempotency.once(headers, "POST /v1/releases/" + release + "/" + name, body, () -> {
            step.take(release);
            return new RenderedAnswer(
                    200,
                    null,
                    MediaType.APPLICATION_JSON,
                    idempotency.json(ReleaseMapper.of(readReleases.one(caller.get(), release))));
        });
    }
}
