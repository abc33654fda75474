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
import org.xinheng.contract.api.NoticedSubjectView;
import org.xinheng.contract.api.ObjectionAnswerRequest;
import org.xinheng.contract.api.ObjectionRequest;
import org.xinheng.contract.api.PriorNoticeRequest;
import org.xinheng.contract.api.PriorNoticeView;
import org.xinheng.idempotency.RenderedAnswer;
import org.xinheng.idempotency.rest.Idempotency;
import org.xinheng.kernel.ErrorCode;
import org.xinheng.kernel.SubjectType;
import org.xinheng.listing.PriorNotice;
import org.xinheng.listing.PriorNoticeRules;
import org.xinheng.listing.PriorNotices;
import org.xinheng.listing.service.NoticeBeforehand;
import org.xinheng.subject.SubjectName;

/** {@code /v1/prior-notices}. */
@Path("/v1/prior-notices")
@Produces(MediaType.APPLICATION_JSON)
public class PriorNoticeResource {
    private static final String PATH = "/v1/prior-notices/";

    private final Contract contract;
    private final CurrentCaller caller;
    private final Idempotency idempotency;
    private final NoticeBeforehand noticeBeforehand;

    PriorNoticeResource(
            Contract contract, CurrentCaller caller, Idempotency idempotency, NoticeBeforehand noticeBeforehand) {
        this.contract = contract;
        this.caller = caller;
        this.idempotency = idempotency;
        this.noticeBeforehand = noticeBeforehand;
    }

    static PriorNoticeView notice(NoticeBeforehand.Read read) {
        PriorNotice notice = read.notice();
        PriorNotices.Personal personal = read.personal();
        return new PriorNoticeView(
                notice.id(),
                notice.department(),
                notice.listKind(),
                notice.region(),
                notice.ground(),
                notice.legalBases(),
                notice.subjectType(),
                personal == null ? null : subject(notice.subjectType(), personal),
                personal == null ? null : personal.facts(),
                notice.noticedOn(),
                notice.state(),
                notice.objections(),
                read.statement());
    }

    private static NoticedSubjectView subject(SubjectType type, PriorNotices.Personal personal) {
        boolean person = type == SubjectType.PERSON;
        String name = personal.name();
        return new NoticedSubjectView(
                type,
                personal.identifier().scheme(),
                person ? personal.identifier().masked() : personal.identifier().value(),
                name == null ? null : person ? new SubjectName(name).masked() : name);
    }

    /** Gives a notice. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response give(byte[] body, @Context HttpHeaders headers) {
        PriorNoticeRequest request = contract.body(PriorNoticeRequest.class, body);
        PriorNoticeRules.Draft draft = draft(request);
        return idempotency.once(
                headers, "POST /v1/prior-notices", body, () -> created(noticeBeforehand.give(caller.get(), draft)));
    }

    private static PriorNoticeRules.Draft draft(PriorNoticeRequest request) {
        return new PriorNoticeRules.Draft(
                request.listKind(),
                PartyJson.read(request.subject(), "/subject"),
                request.region(),
                request.ground(),
                request.legalBases(),
                request.facts(),
                request.noticedOn());
    }

    /** One, with whom it is about and what the subject said. */
    @GET
    @Path("{id}")
    public PriorNoticeView read(@PathParam("id") String id) {
        return notice(noticeBeforehand.read(caller.get(), Ids.of(id, ErrorCode.PRIOR_NOTICE_NOT_FOUND)));
    }

    /** Objects to one. */
    @POST
    @Path("{id}/objections")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response object(@PathParam("id") String id, byte[] body, @Context HttpHeaders headers) {
        UUID notice = Ids.of(id, ErrorCode.PRIOR_NOTICE_NOT_FOUND);
        ObjectionRequest request = contract.body(ObjectionRequest.class, body);
        return idempotency.once(
                headers,
                "POST " + PATH + notice + "/objections",
                body,
                () -> created(noticeBeforehand.object(caller.get(), notice, request.statement())));
    }

    /** Answers the objection that waits. */
    @POST
    @Path("{id}/answer")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response answer(@PathParam("id") String id, byte[] body, @Context HttpHeaders headers) {
        UUID notice = Ids.of(id, ErrorCode.PRIOR_NOTICE_NOT_FOUND);
        ObjectionAnswerRequest request = contract.body(ObjectionAnswerRequest.class, body);
        return idempotency.once(
                headers,
                "POST " + PATH + notice + "/answer",
                body,
                () -> created(noticeBeforehand.answer(
                        caller.get(),
                        notice,
                        PriorNotice.Outcome.valueOf(request.outcome()),
                        request.reasons(),
                        request.documentNumber())));
    }

    private RenderedAnswer created(NoticeBeforehand.Read read) {
        return idempotency.created(PATH + read.notice().id(), notice(read));
    }
}
