package org.xinheng.listing.rest;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Pattern;
import org.xinheng.caller.CurrentCaller;
import org.xinheng.contract.Contract;
import org.xinheng.contract.QueryParameters;
import org.xinheng.contract.api.LateListingPage;
import org.xinheng.contract.api.LateListingView;
import org.xinheng.contract.api.OperationId;
import org.xinheng.kernel.ErrorCode;
import org.xinheng.kernel.Refusal;
import org.xinheng.listing.LateListings;
import org.xinheng.listing.service.ReportLateListings;

/** {@code /v1/late-listings}. */
@Path("/v1/late-listings")
@Produces(MediaType.APPLICATION_JSON)
public class LateListingResource {
    /** The number of a commit and the id of a row. */
    private static final Pattern MARK = Pattern.compile("[0-9]{19}[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final Contract contract;
    private final CurrentCaller caller;
    private final ReportLateListings reportLateListings;

    LateListingResource(Contract contract, CurrentCaller caller, ReportLateListings reportLateListings) {
        this.contract = contract;
        this.caller = caller;
        this.reportLateListings = reportLateListings;
    }

    static LateListingView late(LateListings.Late late) {
        return new LateListingView(
                late.listing(),
                late.listKind(),
                late.department(),
                late.what(),
                late.effectiveOn(),
                late.knownOn(),
                ChronoUnit.DAYS.between(late.effectiveOn(), late.knownOn()),
                late.decisionsTouched(),
                late.decisions());
    }

    /** What became known late, and what it touches. */
    @GET
    public LateListingPage late(@Context UriInfo uri) {
        QueryParameters query = contract.query(OperationId.READ_LATE_LISTINGS, uri.getQueryParameters());
        String after = query.text("after").orElse(null);
        if (after != null && !MARK.matcher(after).matches()) {
            throw Refusal.at("query:after", ErrorCode.PARAMETER_INVALID, "after", "next");
        }
        List<LateListings.Late> found = reportLateListings.page(
                caller.get(),
                query.day("from").orElse(null),
                query.day("to").orElse(null),
                Math.toIntExact(query.number("minDays").orElse(1)),
                after,
                query.size() + 1);
        boolean more = found.size() > query.size();
        List<LateListings.Late> page = more ? found.subList(0, query.size()) : found;
        return new LateListingPage(
                page.stream().map(LateListingResource::late).toList(),
                more ? page.get(page.size() - 1).mark() : null);
    }
}
