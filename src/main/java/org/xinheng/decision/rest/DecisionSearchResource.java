package org.xinheng.decision.rest;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import org.xinheng.caller.CurrentCaller;
import org.xinheng.catalogue.service.KnownCodes;
import org.xinheng.contract.Contract;
import org.xinheng.contract.api.DecisionSearchSubjectView;
import org.xinheng.contract.api.DecisionSearchView;
import org.xinheng.decision.search.DecisionSearch;
import org.xinheng.decision.service.SearchDecisions;
import org.xinheng.export.rest.TableAnswers;
import org.xinheng.kernel.Identifier;

/** {@code /v1/audit/decision-searches}: a question in the body, where an identifier stands in no log of addresses. */
@Path("/v1/audit/decision-searches")
public class DecisionSearchResource {
    private static final int SIZE = 50;

    private final Contract contract;
    private final CurrentCaller caller;
    private final SearchDecisions searchDecisions;
    private final FoundDecisions answers;
    private final KnownCodes knownCodes;

    DecisionSearchResource(
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

    /** Finds decisions. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces({MediaType.APPLICATION_JSON, TableAnswers.CSV, TableAnswers.XLSX})
    public Response search(byte[] bytes, @Context Request request) {
        DecisionSearchView body = contract.body(DecisionSearchView.class, bytes);
        TableAnswers.Form form = TableAnswers.form(request);
        DecisionSearch search = new DecisionSearch(
                subject(body.subject()),
                knownCodes.known(KnownCodes.Register.MEASURES, "/measure", body.measure()),
                knownCodes.knownRow("/rowCode", body.rowCode()),
                knownCodes.known(KnownCodes.Register.LEGAL_BASES, "/legalBasis", body.legalBasis()),
                null,
                knownCodes.known(KnownCodes.Register.DEPARTMENTS, "/agency", body.agency()),
                knownCodes.known(KnownCodes.Register.MATTERS, "/matter", body.matter()),
                body.outcome(),
                body.decisionCaseNumber(),
                body.release(),
                body.from(),
                body.to());
        searchDecisions.ask(
                caller.get(), search, new SearchDecisions.Case(body.purpose(), body.caseNumber()), form.name());
        searchDecisions.indexAll();
        return answers.decisions(form, "决策", search, body.after(), body.size() == null ? SIZE : body.size());
    }

    private static @Nullable Identifier subject(@Nullable DecisionSearchSubjectView subject) {
        return subject == null
                ? null
                : Identifier.parse(
                        subject.type(),
                        subject.scheme(),
                        "/subject/scheme",
                        subject.identifier(),
                        "/subject/identifier",
                        subject.identifierConfirmed());
    }
}
