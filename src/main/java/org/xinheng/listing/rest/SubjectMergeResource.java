package org.xinheng.listing.rest;

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
import java.util.UUID;
import org.xinheng.caller.CurrentCaller;
import org.xinheng.contract.Contract;
import org.xinheng.contract.Ids;
import org.xinheng.contract.api.NumberOfSubjectView;
import org.xinheng.contract.api.SubjectMergeRequest;
import org.xinheng.contract.api.SubjectMergeView;
import org.xinheng.idempotency.rest.Idempotency;
import org.xinheng.kernel.ErrorCode;
import org.xinheng.kernel.Identifier;
import org.xinheng.listing.service.MergeSubjects;
import org.xinheng.subject.SubjectMerge;

/** {@code /v1/subjects/merges} and {@code /v1/subjects/separations}. */
@Path("/v1/subjects")
@Produces(MediaType.APPLICATION_JSON)
public class SubjectMergeResource {
    private static final String PATH = "/v1/subjects/";

    private final Contract contract;
    private final CurrentCaller caller;
    private final Idempotency idempotency;
    private final MergeSubjects mergeSubjects;

    SubjectMergeResource(
            Contract contract, CurrentCaller caller, Idempotency idempotency, MergeSubjects mergeSubjects) {
        this.contract = contract;
        this.caller = caller;
        this.idempotency = idempotency;
        this.mergeSubjects = mergeSubjects;
    }

    /** Merges two subjects. */
    @POST
    @Path("merges")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response merge(byte[] body, @Context HttpHeaders headers) {
        return found(body, headers, true);
    }

    /** Separates two subjects that were merged. */
    @POST
    @Path("separations")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response separate(byte[] body, @Context HttpHeaders headers) {
        return found(body, headers, false);
    }

    /** A merge or separation. */
    @GET
    @Path("merges/{id}")
    public SubjectMergeView read(@PathParam("id") String id) {
        return view(mergeSubjects.read(caller.get(), Ids.of(id, ErrorCode.SUBJECT_MERGE_NOT_FOUND)));
    }

    private Response found(byte[] body, HttpHeaders headers, boolean joined) {
        SubjectMergeRequest request = contract.body(SubjectMergeRequest.class, body);
        MergeSubjects.Finding finding = new MergeSubjects.Finding(
                identifier(request.one(), "/one"),
                identifier(request.other(), "/other"),
                request.documentNumber(),
                request.reason());
        return idempotency.once(headers, "POST " + PATH + (joined ? "merges" : "separations"), body, () -> {
            MergeSubjects.Found found = mergeSubjects.find(caller.get(), finding, joined);
            UUID id = found.merge().id();
            return idempotency.created(PATH + "merges/" + id, view(found));
        });
    }

    private static Identifier identifier(NumberOfSubjectView number, String pointer) {
        return Identifier.parse(
                number.scheme(), number.identifier(), pointer + "/identifier", number.identifierConfirmed());
    }

    private static SubjectMergeView view(MergeSubjects.Found found) {
        SubjectMerge merge = found.merge();
        return new SubjectMergeView(
                merge.id(),
                merge.joined() ? "MERGED" : "SEPARATED",
                MaskedSubjectMapper.of(found.one(), true),
                MaskedSubjectMapper.of(found.other(), true),
                merge.documentNumber(),
                merge.reason(),
                merge.department(),
                merge.knownAt(),
                found.decisions());
    }
}
