package org.xinheng.remedy.rest;

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
import org.xinheng.caller.CurrentCaller;
import org.xinheng.contract.Contract;
import org.xinheng.contract.Ids;
import org.xinheng.contract.QueryParameters;
import org.xinheng.contract.api.ObjectionAnswerRequest;
import org.xinheng.contract.api.ObjectionPage;
import org.xinheng.contract.api.ObjectionView;
import org.xinheng.contract.api.OperationId;
import org.xinheng.contract.api.ReasonRequest;
import org.xinheng.idempotency.RenderedAnswer;
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
    private final AnswerObjection answerObjection;
    private final ReadObjections readObjections;

    ObjectionResource(
            Contract contract,
            CurrentCaller caller,
            Idempotency idempotency,
            AnswerObjection answerObjection,
            ReadObjections readObjections) {
        this.contract = contract;
        this.caller = caller;
        this.idempotency = idempotency;
        this.answerObjection = answerObjection;
        this.readObjections = readObjections;
    }

    /** Those that wait for an answer. */
    @GET
    public ObjectionPage open(@Context UriInfo uri) {
        QueryParameters query = contract.query(OperationId.SEARCH_OPEN_OBJECTIONS, uri.getQueryParameters());
        ReadObjections.Page page = readObjections.open(
                caller.get(),
                query.text("overdue").map(Boolean::parseBoolean).orElse(false),
                query.text("after").map(Ids::cursor).orElse(null),
                query.size());
        List<ObjectionView> items = page.items().stream().map(this::view).toList();
        return new ObjectionPage(
                items, page.more() ? items.get(items.size() - 1).id().toString() : null);
    }

    /** One, with what the subject said. */
    @GET
    @Path("{id}")
    public ObjectionView read(@PathParam("id") String id, @Context UriInfo uri) {
        QueryParameters query = contract.query(OperationId.READ_OBJECTION, uri.getQueryParameters());
        ReadObjections.WithStatement read =
                readObjections.read(query.reader(caller.get()), Ids.of(id, ErrorCode.OBJECTION_NOT_FOUND));
        return ObjectionMapper.of(read.objection(), read.statement(), readObjections.today());
    }

    /** Answers one. */
    @POST
    @Path("{id}/answer")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response answer(@PathParam("id") String id, byte[] body, @Context HttpHeaders headers) {
        UUID objection = Ids.of(id, ErrorCode.OBJECTION_NOT_FOUND);
        ObjectionAnswerRequest request = contract.body(ObjectionAnswerRequest.class, body);
        return idempotency.once(
                headers,
                "POST /v1/objections/" + objection + "/answer",
                body,
                () -> created(answerObjection.answer(
                        caller.get(),
                        objection,
                        Objection.Outcome.valueOf(request.outcome()),
                        request.reasons(),
                        request.documentNumber())));
    }

    /** Puts the answer off. */
    @POST
    @Path("{id}/extension")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response extend(@PathParam("id") String id, byte[] body, @Context HttpHeaders headers) {
        UUID objection = Ids.of(id, ErrorCode.OBJECTION_NOT_FOUND);
        ReasonRequest request = contract.body(ReasonRequest.class, body);
        return idempotency.once(
                headers,
                "POST /v1/objections/" + objection + "/extension",
                body,
                () -> created(answerObjection.extend(caller.get(), objection, request.reason())));
    }

    private RenderedAnswer created(Objection objection) {
        return idempotency.created("/v1/objections/" + objection.id(), view(objection));
    }

    private ObjectionView view(Objection objection) {
        return ObjectionMapper.of(objection, null, readObjections.today());
    }
}
