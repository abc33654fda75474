package org.xinheng.listing.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xinheng.caller.CurrentCaller;
import org.xinheng.contract.Contract;
import org.xinheng.idempotency.RenderedAnswer;
import org.xinheng.idempotency.rest.CanonicalBody;
import org.xinheng.idempotency.rest.Idempotency;
import org.xinheng.kernel.ErrorCode;
import org.xinheng.kernel.Identifier;
import org.xinheng.kernel.IdentifierScheme;
import org.xinheng.kernel.Refusal;
import org.xinheng.kernel.SubjectType;
import org.xinheng.listing.ListingDraft;
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
    private final ObjectMapper objectMapper;

    PriorNoticeResource(
            Contract contract,
            CurrentCaller caller,
            Idempotency idempotency,
            NoticeBeforehand noticeBeforehand,
            ObjectMapper objectMapper) {
        this.contract = contract;
        this.caller = caller;
        this.idempotency = idempotency;
        this.noticeBeforehand = noticeBeforehand;
        this.objectMapper = objectMapper;
    }

    /** {@code PriorNotice} of the contract. */
    record NoticeView(
            UUID id,
            String department,
            String listKind,
            String region,
            @Nullable String ground,
            List<String> legalBases,
            SubjectType subjectType,
            @Nullable SubjectView subject,
            @Nullable String facts,
            LocalDate noticedOn,
            PriorNotice.State state,
            List<PriorNotice.Objection> objections,
            @Nullable String statement) {
        static NoticeView of(NoticeBeforehand.Read read) {
            PriorNotice notice = read.notice();
            PriorNotices.Personal personal = read.personal();
            return new NoticeView(
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

        private static SubjectView subject(SubjectType type, PriorNotices.Personal personal) {
            boolean person = type == SubjectType.PERSON;
            String name = personal.name();
            return new SubjectView(
                    type,
                    personal.identifier().scheme(),
                    person
                            ? personal.identifier().masked()
                            : personal.identifier().value(),
                    name == null ? null : person ? new SubjectName(name).masked() : name);
        }
    }

    /** Gives a notice. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response give(byte[] body, @Context HttpHeaders headers) {
        JsonNode request = contract.body("PriorNoticeRequest", body);
        PriorNoticeRules.Draft draft = draft(request);
        return idempotency.once(
                headers,
                "POST /v1/prior-notices",
                () -> CanonicalBody.of(request),
                () -> created(noticeBeforehand.give(caller.get(), draft)));
    }

    private static PriorNoticeRules.Draft draft(JsonNode request) {
        JsonNode subject = request.get("subject");
        String name = subject.path("name").textValue();
        List<String> legalBases = new ArrayList<>();
        request.get("legalBases").forEach(code -> legalBases.add(code.textValue()));
        return new PriorNoticeRules.Draft(
                request.get("listKind").textValue(),
                new ListingDraft.Party(
                        SubjectType.valueOf(subject.get("type").textValue()),
                        Identifier.parse(
                                IdentifierScheme.valueOf(subject.get("scheme").textValue()),
                                subject.get("identifier").textValue(),
                                "/subject/identifier"),
                        name == null ? null : new SubjectName(name)),
                request.get("region").textValue(),
                request.path("ground").textValue(),
                List.copyOf(legalBases),
                request.get("facts").textValue(),
                LocalDate.parse(request.get("noticedOn").textValue()));
    }

    /** One, with whom it is about and what the subject said. */
    @GET
    @Path("{id}")
    public NoticeView read(@PathParam("id") String id) {
        return NoticeView.of(noticeBeforehand.read(caller.get(), noticeId(id)));
    }

    /** Objects to one. */
    @POST
    @Path("{id}/objections")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response object(@PathParam("id") String id, byte[] body, @Context HttpHeaders headers) {
        UUID notice = noticeId(id);
        JsonNode request = contract.body("ObjectionRequest", body);
        return idempotency.once(
                headers,
                "POST " + PATH + notice + "/objections",
                () -> CanonicalBody.of(request),
                () -> created(noticeBeforehand.object(
                        caller.get(), notice, request.get("statement").textValue())));
    }

    /** Answers the objection that waits. */
    @POST
    @Path("{id}/answer")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response answer(@PathParam("id") String id, byte[] body, @Context HttpHeaders headers) {
        UUID notice = noticeId(id);
        JsonNode request = contract.body("ObjectionAnswerRequest", body);
        return idempotency.once(
                headers,
                "POST " + PATH + notice + "/answer",
                () -> CanonicalBody.of(request),
                () -> created(noticeBeforehand.answer(
                        caller.get(),
                        notice,
                        PriorNotice.Outcome.valueOf(request.get("outcome").textValue()),
                        request.get("reasons").textValue(),
                        request.get("documentNumber").textValue())));
    }

    private RenderedAnswer created(NoticeBeforehand.Read read) {
        try {
            return RenderedAnswer.created(
                    PATH + read.notice().id(), objectMapper.writeValueAsBytes(NoticeView.of(read)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a view can always be written", e);
        }
    }

    private static UUID noticeId(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw Refusal.of(ErrorCode.PRIOR_NOTICE_NOT_FOUND);
        }
    }
}
