package org.xinheng.impact.rest;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import org.xinheng.caller.CurrentCaller;
import org.xinheng.contract.Contract;
import org.xinheng.contract.Ids;
import org.xinheng.contract.QueryParameters;
import org.xinheng.contract.api.ImpactRequest;
import org.xinheng.contract.api.ImpactSubjectsView;
import org.xinheng.contract.api.ImpactView;
import org.xinheng.contract.api.OperationId;
import org.xinheng.impact.service.AskImpact;
import org.xinheng.impact.service.ReadImpact;
import org.xinheng.kernel.ErrorCode;

/** {@code /v1/releases/{id}/impact}. */
@Path("/v1/releases/{id}/impact")
@Produces(MediaType.APPLICATION_JSON)
public class ImpactResource {
    private final Contract contract;
    private final CurrentCaller caller;
    private final AskImpact askImpact;
    private final ReadImpact readImpact;

    ImpactResource(Contract contract, CurrentCaller caller, AskImpact askImpact, ReadImpact readImpact) {
        this.contract = contract;
        this.caller = caller;
        this.askImpact = askImpact;
        this.readImpact = readImpact;
    }

    /** Has it counted. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response ask(@PathParam("id") String id, byte[] body) {
        ImpactRequest wish = contract.body(ImpactRequest.class, body);
        askImpact.ask(
                caller.get(),
                Ids.of(id, ErrorCode.RELEASE_NOT_FOUND),
                new AskImpact.Wish(wish.against(), wish.day(), wish.from(), wish.to()));
        return Response.accepted(read(id))
                .header("Location", URI.create("/v1/releases/" + Ids.of(id, ErrorCode.RELEASE_NOT_FOUND) + "/impact"))
                .build();
    }

    /** What was counted, and how far the counting is. */
    @GET
    public ImpactView read(@PathParam("id") String id) {
        return ImpactMapper.of(readImpact.counts(Ids.of(id, ErrorCode.RELEASE_NOT_FOUND)));
    }

    /** Whom it would concern. */
    @GET
    @Path("subjects")
    public ImpactSubjectsView subjects(@PathParam("id") String id, @Context UriInfo uri) {
        QueryParameters query = contract.query(OperationId.READ_IMPACT_SUBJECTS, uri.getQueryParameters());
        return ImpactSubjectsMapper.of(readImpact.subjects(
                query.reader(caller.get()),
                Ids.of(id, ErrorCode.RELEASE_NOT_FOUND),
                Math.toIntExact(query.number("after").orElse(0)),
                query.size()));
    }
}
