package org.xinheng.decision.rest;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.xinheng.caller.CurrentCaller;
import org.xinheng.contract.Contract;
import org.xinheng.contract.Ids;
import org.xinheng.contract.QueryParameters;
import org.xinheng.contract.api.OperationId;
import org.xinheng.decision.evidence.Evidence;
import org.xinheng.decision.evidence.EvidencePaper;
import org.xinheng.decision.service.ProduceEvidence;
import org.xinheng.kernel.ErrorCode;

/** {@code /v1/decisions/{id}/evidence}: one document for people, one for machines, the same facts. */
@Path("/v1/decisions/{id}/evidence")
public class EvidenceResource {
    private static final String PDF = "application/pdf";

    private final Contract contract;
    private final CurrentCaller caller;
    private final ProduceEvidence produceEvidence;
    private final EvidencePaper evidencePaper;

    EvidenceResource(
            Contract contract, CurrentCaller caller, ProduceEvidence produceEvidence, EvidencePaper evidencePaper) {
        this.contract = contract;
        this.caller = caller;
        this.produceEvidence = produceEvidence;
        this.evidencePaper = evidencePaper;
    }

    /** For machines. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Evidence read(@PathParam("id") String id, @Context UriInfo uri) {
        return produced(id, uri);
    }

    /** For people. */
    @GET
    @Produces(PDF)
    public Response print(@PathParam("id") String id, @Context UriInfo uri) {
        Evidence evidence = produced(id, uri);
        return Response.ok(evidencePaper.print(evidence), PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "inline; filename=\"xinheng-evidence-" + evidence.decision() + ".pdf\"")
                .build();
    }

    private Evidence produced(String id, UriInfo uri) {
        QueryParameters query = contract.query(OperationId.READ_EVIDENCE, uri.getQueryParameters());
        return produceEvidence.produce(query.reader(caller.get()), Ids.named(id, ErrorCode.DECISION_NOT_FOUND));
    }
}
