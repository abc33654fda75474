package org.xinheng.decision.rest;

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
import java.util.UUID;
import org.xinheng.caller.CurrentCaller;
import org.xinheng.catalogue.service.KnownCodes;
import org.xinheng.contract.Contract;
import org.xinheng.contract.Ids;
import org.xinheng.contract.QueryParameters;
import org.xinheng.contract.api.DecisionPage;
import org.xinheng.contract.api.ExplanationView;
import org.xinheng.contract.api.OperationId;
import org.xinheng.decision.DecisionRequest;
import org.xinheng.decision.Decisions;
import org.xinheng.decision.Outcome;
import org.xinheng.decision.service.DecideMeasures;
import org.xinheng.decision.service.DecisionAnswer;
import org.xinheng.decision.service.ExplainDecision;
import org.xinheng.decision.service.ReadDecisions;
import org.xinheng.idempotency.RenderedAnswer;
import org.xinheng.idempotency.rest.Idempotency;
import org.xinheng.kernel.ErrorCode;
import org.xinheng.kernel.Refusal;

/** {@code /v1/decisions}. */
@Path("/v1/decisions")
@Produces(MediaType.APPLICATION_JSON)
public class DecisionResource {
    private final Contract contract;
    private final CurrentCaller caller;
    private final Idempotency idempotency;
    private final DecideMeasures decideMeasures;
    private final ReadDecisions readDecisions;
    private final ExplainDecision explainDecision;
    private final KnownCodes knownCodes;

    DecisionResource(
            Contract contract,
            CurrentCaller caller,
            Idempotency idempotency,
            DecideMeasures decideMeasures,
            ReadDecisions readDecisions,
            ExplainDecision explainDecision,
            KnownCodes knownCodes) {
        this.contract = contract;
        this.caller = caller;
        this.idempotency = idempotency;
        this.decideMeasures = decideMeasures;
        this.readDecisions = readDecisions;
        this.explainDecision = explainDecision;
        this.knownCodes = knownCodes;
    }

    /** Decides; the answer leaves after its record has committed. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response decide(byte[] bytes, @Context HttpHeaders headers) {
        DecisionRequest request =
                DecisionRequestJson.read(contract.body(org.xinheng.contract.api.DecisionRequest.class, bytes));
        return idempotency.once(headers, "POST /v1/decisions", bytes, () -> {
            DecisionAnswer answered = decideMeasures.decide(caller.get(), request);
            return RenderedAnswer.created(
                    "/v1/decisions/" + answered.id(),
                    AnswerBody.of(answered.answer(), answered.receipt()).getBytes(StandardCharsets.UTF_8));
        });
    }

    /** One page of decisions, newest first. */
    @GET
    public DecisionPage search(@Context UriInfo uri) {
        QueryParameters query = contract.query(OperationId.SEARCH_DECISIONS, uri.getQueryParameters());
        UUID after = query.text("after").map(DecisionResource::cursor).orElse(null);
        List<Decisions.Summary> found = readDecisions.search(
                caller.get(),
                new Decisions.Query(
                        null,
                        query.day("from").orElse(null),
                        query.day("to").orElse(null),
                        knownCodes
                                .known(KnownCodes.Register.MATTERS, "query:matter", query.text("matter"))
                                .orElse(null),
                        query.text("outcome").map(Outcome::valueOf).orElse(null),
                        query.text("caseNumber").orElse(null),
                        after,
                        query.size() + 1));
        boolean more = found.size() > query.size();
        List<Decisions.Summary> items = more ? found.subList(0, query.size()) : found;
        return new DecisionPage(items, more ? items.get(items.size() - 1).id().toString() : null);
    }

    /** A decision as it was answered, byte for byte. */
    @GET
    @Path("{id}")
    public String read(@PathParam("id") String id, @Context UriInfo uri) {
        QueryParameters query = contract.query(OperationId.READ_DECISION, uri.getQueryParameters());
        Decisions.Stored stored = stored(id, query);
        return AnswerBody.of(stored.answer(), readDecisions.receiptOf(stored.id()));
    }

    /** Why each measure came out, and why another did not. */
    @GET
    @Path("{id}/explanation")
    public ExplanationView explain(@PathParam("id") String id, @Context UriInfo uri) {
        return explained(id, uri);
    }

    /** The same, to be read. */
    @GET
    @Path("{id}/explanation")
    @Produces(MediaType.TEXT_PLAIN + ";charset=UTF-8")
    public String explainAsText(@PathParam("id") String id, @Context UriInfo uri) {
        return explained(id, uri).text();
    }

    private ExplanationView explained(String id, UriInfo uri) {
        QueryParameters query = contract.query(OperationId.EXPLAIN_DECISION, uri.getQueryParameters());
        return ExplanationMapper.of(explainDecision.explain(
                query.reader(caller.get()),
                Ids.named(id, ErrorCode.DECISION_NOT_FOUND),
                query.text("measure"),
                query.text("rowCode")));
    }

    private Decisions.Stored stored(String id, QueryParameters query) {
        return readDecisions.read(query.reader(caller.get()), Ids.named(id, ErrorCode.DECISION_NOT_FOUND));
    }

    private static UUID cursor(String after) {
        try {
            return UUID.fromString(after);
        } catch (IllegalArgumentException e) {
            throw Refusal.at("query:after", ErrorCode.PARAMETER_INVALID, "after", "next");
        }
    }
}
