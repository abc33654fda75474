package org.xinheng.decision.rest;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xinheng.caller.CurrentCaller;
import org.xinheng.catalogue.service.KnownCodes;
import org.xinheng.contract.Contract;
import org.xinheng.contract.QueryParameters;
import org.xinheng.contract.api.OperationId;
import org.xinheng.decision.search.DecisionSearch;
import org.xinheng.decision.service.SearchDecisions;
import org.xinheng.export.rest.TableAnswers;
import org.xinheng.kernel.ErrorCode;
import org.xinheng.kernel.Refusal;

/** {@code /v1/audit/affected}: decisions touched by an article that falls, or by a listing that became known late. */
@Path("/v1/audit/affected")
public class AffectedResource {
    private final Contract contract;
    private final CurrentCaller caller;
    private final SearchDecisions searchDecisions;
    private final FoundDecisions answers;
    private final KnownCodes knownCodes;

    AffectedResource(
            Contract contract,
            CurrentCaller caller,
            SearchDecisions searchDecisions,
            FoundDecisions answers,
            KnownCodes knownCodes) {
        this.contract = contract;
        this.caller = caller;
        this.searchDecisions = searchDecisions;
        this.answers = answers;
        this.knownCodes = knownCodes;
    }

    /** Finds the decisions that are touched; whether they would come out otherwise is a replay's to say. */
    @GET
    @Produces({MediaType.APPLICATION_JSON, TableAnswers.CSV, TableAnswers.XLSX})
    public Response affected(@Context UriInfo uri, @Context Request request) {
        QueryParameters query = contract.query(OperationId.AFFECTED_DECISIONS, uri.getQueryParameters());
        TableAnswers.Form form = TableAnswers.form(request);
        String legalBasis = knownCodes
                .known(KnownCodes.Register.LEGAL_BASES, "query:legalBasis", query.text("legalBasis"))
                .orElse(null);
        UUID listing = id(query, "listing");
        if ((legalBasis == null) == (listing == null)) {
            throw Refusal.at("query:legalBasis", ErrorCode.PARAMETER_INVALID, "legalBasis", "`legalBasis` | `listing`");
        }
        DecisionSearch search = new DecisionSearch(
                null,
                null,
                null,
                legalBasis,
                listing,
                null,
                null,
                null,
                null,
                null,
                query.day("from").orElse(null),
                query.day("to").orElse(null));
        searchDecisions.ask(caller.get(), search, new SearchDecisions.Case(null, null), form.name());
        searchDecisions.indexAll();
        return answers.decisions(form, "受影响的决策", search, id(query, "after"), query.size());
    }

    private static @Nullable UUID id(QueryParameters query, String name) {
        try {
            return query.text(name).map(UUID::fromString).orElse(null);
        } catch (IllegalArgumentException e) {
            throw Refusal.at("query:" + name, ErrorCode.PARAMETER_INVALID, name, "UUID");
        }
    }
}
