package org.xinheng.release.rest;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xinheng.contract.Contract;
import org.xinheng.contract.QueryParameters;
import org.xinheng.kernel.ErrorCode;
import org.xinheng.kernel.Refusal;
import org.xinheng.release.Tenure;
import org.xinheng.release.service.ReadReleases;
import org.xinheng.release.service.ReadReleases.ReleaseRead;

/** {@code /v1/releases}. */
@Path("/v1/releases")
@Produces(MediaType.APPLICATION_JSON)
public class ReleaseResource {
    private final Contract contract;
    private final ReadReleases readReleases;

    ReleaseResource(Contract contract, ReadReleases readReleases) {
        this.contract = contract;
        this.readReleases = readReleases;
    }

    /** One page of releases, newest first. */
    @GET
    public Page all(@Context UriInfo uri) {
        QueryParameters query = contract.query("readReleases", uri.getQueryParameters());
        UUID after = query.text("after")
                .map(text -> id(text).orElseThrow(
                                () -> Refusal.at("query:after", ErrorCode.PARAMETER_INVALID, "after", "`next`")))
                .orElse(null);
        ReadReleases.Page page = readReleases.all(after, query.size());
        List<ReleaseView> items = page.items().stream().map(ReleaseView::of).toList();
        return new Page(items, page.more() ? items.get(items.size() - 1).id().toString() : null);
    }

    /** One release. */
    @GET
    @Path("{id}")
    public ReleaseView read(@PathParam("id") String id) {
        return id(id).flatMap(readReleases::find)
                .map(ReleaseView::of)
                .orElseThrow(() -> Refusal.of(ErrorCode.RELEASE_NOT_FOUND));
    }

    /** {@code ReleasePage} of the contract. */
    record Page(List<ReleaseView> items, @Nullable String next) {}

    /** {@code Release} of the contract. */
    record ReleaseView(
            UUID id,
            String contentHash,
            Instant createdAt,
            String engineVersion,
            int rows,
            List<TenureView> tenures,
            boolean inForce) {
        static ReleaseView of(ReleaseRead release) {
            return new ReleaseView(
                    release.id(),
                    release.contentHash(),
                    release.createdAt(),
                    release.engineVersion(),
                    release.rows(),
                    release.tenures().stream().map(TenureView::of).toList(),
                    release.inForce());
        }
    }

    /** {@code Tenure} of the contract. */
    record TenureView(LocalDate effectiveFrom, Instant activatedAt) {
        static TenureView of(Tenure tenure) {
            return new TenureView(tenure.effectiveFrom(), tenure.activatedAt());
        }
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }
}
