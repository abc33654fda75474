package org.xinheng.remedy.rest;

import com.fasterxml.jackson.databind.JsonNode;
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
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xinheng.caller.CurrentCaller;
import org.xinheng.contract.Contract;
import org.xinheng.contract.QueryParameters;
import org.xinheng.contract.api.OperationId;
import org.xinheng.idempotency.RenderedAnswer;
import org.xinheng.idempotency.rest.CanonicalBody;
import org.xinheng.idempotency.rest.Idempotency;
import org.xinheng.kernel.ErrorCode;
import org.xinheng.remedy.Objection;
import org.xinheng.remedy.service.AnswerObjection;
import org.xinheng.remedy.service.ReadObjections;

/** {@code /v1/objections}: those that wait, one by itself, and its answer. */
@Path("/v1/objections")
@Produces(MediaType.APPLICATION_JSON)
public class ObjectionResource {
    private final Contract contract;
    private final CurrentCaller caller;
    private final Idempotency idempotency;
    private final RemedyAnswers answers;
    private final AnswerObjection answerObjection;
    private final ReadObjections readObjections;

    ObjectionResource(
            Contract contract,
            CurrentCaller caller,
            Idempotency idempotency,
            RemedyAnswers answers,
            AnswerObjection answerObjection,
            ReadObjections readObjections) {
        this.contract = contract;
        this.caller = caller;
        this.idempotency = idempotency;
        this.answers = answers;
        this.answerObjection = answerObjection;
        this.readObjections = readObjections;
    }

    /** {@code ObjectionPage} of the contract. */
    record Page(List<ObjectionView> items, @Nullable String next) {}

    /** Those that wait for an answer. */
    @GET
    public Page open(@Context UriInfo uri) {
        QueryParameters query = contract.query(OperationId.SEARCH_OPEN_OBJECTIONS, uri.getQueryParameters());
        ReadObjections.Page page = readObjections.open(
                caller.get(),
                query.text("overdue").map(Boolean::parseBoolean).orElse(false),
                query.text("after").map(Ids::cursor).orElse(null),
                query.size());
        List<ObjectionView> items = page.items().stream().map(this::view).toList();
        return new Page(items, page.more() ? items.get(items.size() - 1).id().toString() : null);
    }

    /** One, with what the subject said. */
    @GET
    @Path("{id}")
    public ObjectionView read(@PathParam("id") String id, @Context UriInfo uri) {
        QueryParameters query = contract.query(OperationId.READ_OBJECTION, uri.getQueryParameters());
        ReadObjections.WithStatement read =
                readObjections.read(Readers.of(caller.get(), query), Ids.of(id, ErrorCode.OBJECTION_NOT_FOUND));
        return ObjectionView.of(read.objection(), read.statement(), readObjections.today());
    }

    /** Answers one. */
    @POST
    @Path("{id}/answer")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response answer(@PathParam("id") String id, byte[] body, @Context HttpHeaders headers) {
        UUID objection = Ids.of(id, ErrorCode.OBJECTION_NOT_FOUND);
        JsonNode request = contract.body("ObjectionAnswerRequest", body);
        return idempotency.once(
                headers,
                "POST /v1/objections/" + objection + "/answer",
                () -> CanonicalBody.of(request),
                () -> created(answerObjection.answer(
                        caller.get(),
                        objection,
                        Objection.Outcome.valueOf(request.get("outcome").textValue()),
                        request.get("reasons").textValue(),
                        request.get("documentNumber").textValue())));
    }

    /** Puts the answer off. */
    @POST
    @Path("{id}/extension")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response extend(@PathParam("id") String id, byte[] body, @Context HttpHeaders headers) {
        UUID objection = Ids.of(id, ErrorCode.OBJECTION_NOT_FOUND);
        JsonNode request = contract.body("ReasonRequest", body);
        return idempotency.once(
                headers,
                "POST /v1/objections/" + objection + "/extension",
                () -> CanonicalBody.of(request),
                () -> created(answerObjection.extend(
                        caller.get(), objection, request.get("reason").textValue())));
    }

    private RenderedAnswer created(Objection objection) {
        return answers.created("/v1/objections/" + objection.id(), view(objection));
    }

    private ObjectionView view(Objection objection) {
        return ObjectionView.of(objection, null, readObjections.today());
    }
}
