package org.xinheng.decision.rest;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xinheng.caller.CurrentCaller;
import org.xinheng.contract.Contract;
import org.xinheng.decision.search.DecisionSearch;
import org.xinheng.decision.service.SearchDecisions;
import org.xinheng.export.rest.TableAnswers;
import org.xinheng.kernel.Identifier;
import org.xinheng.kernel.IdentifierScheme;
import org.xinheng.kernel.SubjectType;

/** {@code /v1/audit/decision-searches}: a question in the body, where an identifier stands in no log of addresses. */
@Path("/v1/audit/decision-searches")
public class DecisionSearchResource {
    private static final int SIZE = 50;

    private final Contract contract;
    private final CurrentCaller caller;
    private final SearchDecisions searchDecisions;
    private final FoundDecisions answers;

    DecisionSearchResource(
            Contract contract, CurrentCaller caller, SearchDecisions searchDecisions, FoundDecisions answers) {
        this.contract = contract;
        this.caller = caller;
        this.searchDecisions = searchDecisions;
        this.answers = answers;
    }

    /** Finds decisions. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces({MediaType.APPLICATION_JSON, TableAnswers.CSV, TableAnswers.XLSX})
    public Response search(byte[] bytes, @Context Request request) {
        JsonNode body = contract.body("DecisionSearch", bytes);
        TableAnswers.Form form = TableAnswers.form(request);
        DecisionSearch search = new DecisionSearch(
                subject(body.path("subject")),
                text(body, "measure"),
                text(body, "rowCode"),
                text(body, "legalBasis"),
                null,
                text(body, "agency"),
                text(body, "matter"),
                text(body, "outcome"),
                text(body, "decisionCaseNumber"),
                id(body, "release"),
                day(body, "from"),
                day(body, "to"));
        searchDecisions.ask(
                caller.get(),
                search,
                new SearchDecisions.Case(text(body, "purpose"), text(body, "caseNumber")),
                form.name());
        searchDecisions.indexAll();
        return answers.decisions(
                form, "决策", search, id(body, "after"), body.path("size").asInt(SIZE));
    }

    private static @Nullable Identifier subject(JsonNode subject) {
        return subject.isObject()
                ? Identifier.parse(
                        SubjectType.valueOf(subject.get("type").textValue()),
                        IdentifierScheme.valueOf(subject.get("scheme").textValue()),
                        "/subject/scheme",
                        subject.get("identifier").textValue(),
                        "/subject/identifier")
                : null;
    }

    private static @Nullable String text(JsonNode body, String field) {
        return body.path(field).textValue();
    }

    private static @Nullable UUID id(JsonNode body, String field) {
        String text = text(body, field);
        return text == null ? null : UUID.fromString(text);
    }

    private static @Nullable LocalDate day(JsonNode body, String field) {
        String text = text(body, field);
        return text == null ? null : LocalDate.parse(text);
    }
}
