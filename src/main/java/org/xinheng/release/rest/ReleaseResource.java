package org.xinheng.release.rest;

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
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;
import org.xinheng.caller.CurrentCaller;
import org.xinheng.contract.Contract;
import org.xinheng.contract.QueryParameters;
import org.xinheng.contract.api.FindingsView;
import org.xinheng.contract.api.OperationId;
import org.xinheng.contract.api.ReleasePage;
import org.xinheng.contract.api.ReleaseView;
import org.xinheng.idempotency.BodyHash;
import org.xinheng.idempotency.RenderedAnswer;
import org.xinheng.idempotency.rest.Idempotency;
import org.xinheng.kernel.ErrorCode;
import org.xinheng.kernel.Refusal;
import org.xinheng.kernel.RefusalTexts;
import org.xinheng.release.ContentHash;
import org.xinheng.release.service.ReadReleases;
import org.xinheng.release.service.SubmitRelease;
import org.xinheng.release.service.SubmitRelease.Parcel;
import org.xinheng.release.service.SubmitRelease.Submitted;

/** {@code /v1/releases}: what is handed in, and what is told of it. */
@Path("/v1/releases")
@Produces(MediaType.APPLICATION_JSON)
public class ReleaseResource {
    private static final String PATH = "/v1/releases/";

    private final Contract contract;
    private final CurrentCaller caller;
    private final Idempotency idempotency;
    private final SubmitRelease submitRelease;
    private final ReadReleases readReleases;

    ReleaseResource(
            Contract contract,
            CurrentCaller caller,
            Idempotency idempotency,
            SubmitRelease submitRelease,
            ReadReleases readReleases) {
        this.contract = contract;
        this.caller = caller;
        this.idempotency = idempotency;
        this.submitRelease = submitRelease;
        this.readReleases = readReleases;
    }

    /** Takes workbooks, makes a draft of them and has it checked. */
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response submit(MultipartFormDataInput form, @Context HttpHeaders headers) {
        Parcel parcel = UploadedParcel.read(form);
        return idempotency.once(headers, "POST /v1/releases", () -> hash(parcel), () -> submitted(parcel));
    }

    /** One page of releases, newest first. */
    @GET
    public ReleasePage all(@Context UriInfo uri) {
        QueryParameters query = contract.query(OperationId.READ_RELEASES, uri.getQueryParameters());
        UUID after = query.text("after")
                .map(text -> id(text).orElseThrow(
                                () -> Refusal.at("query:after", ErrorCode.PARAMETER_INVALID, "after", "`next`")))
                .orElse(null);
        ReadReleases.Page page = readReleases.all(caller.get(), after, query.size());
        List<ReleaseView> items = page.items().stream().map(ReleaseMapper::of).toList();
        return new ReleasePage(
                items, page.more() ? items.get(items.size() - 1).id().toString() : null);
    }

    /** One release. */
    @GET
    @Path("{id}")
    public ReleaseView read(@PathParam("id") String id) {
        return ReleaseMapper.of(readReleases.one(caller.get(), releaseId(id)));
    }

    /** What the gate found. */
    @GET
    @Path("{id}/findings")
    public FindingsView findings(@PathParam("id") String id, @Context UriInfo uri, @Context HttpHeaders headers) {
        QueryParameters query = contract.query(OperationId.READ_RELEASE_FINDINGS, uri.getQueryParameters());
        UUID release = releaseId(id);
        return FindingsMapper.of(
                readReleases.one(caller.get(), release),
                readReleases.report(caller.get(), release).orElse(null),
                Math.toIntExact(query.number("after").orElse(0)),
                query.size(),
                RefusalTexts.preferred(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE)));
    }

    private RenderedAnswer submitted(Parcel parcel) {
        Submitted submitted = submitRelease.submit(caller.get(), parcel);
        return new RenderedAnswer(
                submitted.checking() ? 202 : 200,
                PATH + submitted.releaseId(),
                MediaType.APPLICATION_JSON,
                idempotency.json(ReleaseMapper.of(readReleases.one(caller.get(), submitted.releaseId()))));
    }

    private static BodyHash hash(Parcel parcel) {
        return BodyHash.of(
                (ContentHash.of(parcel.workbooks(), java.util.Map.of()) + parcel.leftOut() + parcel.meantFor())
                        .getBytes(StandardCharsets.UTF_8));
    }

    static UUID releaseId(String text) {
        return id(text).orElseThrow(() -> Refusal.of(ErrorCode.RELEASE_NOT_FOUND));
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }
}
