package org.xinheng.casereport.rest;

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
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xinheng.caller.CurrentCaller;
import org.xinheng.casereport.CaseDetails;
import org.xinheng.casereport.CaseReport;
import org.xinheng.casereport.CaseReports;
import org.xinheng.casereport.ReportMonth;
import org.xinheng.casereport.service.CollectCases;
import org.xinheng.casereport.service.ReadCases;
import org.xinheng.casereport.service.ReviewCase;
import org.xinheng.contract.Contract;
import org.xinheng.contract.QueryParameters;
import org.xinheng.contract.api.OperationId;
import org.xinheng.export.PagedRows;
import org.xinheng.export.rest.TableAnswers;
import org.xinheng.idempotency.RenderedAnswer;
import org.xinheng.idempotency.rest.CanonicalBody;
import org.xinheng.idempotency.rest.Idempotency;
import org.xinheng.kernel.ErrorCode;
import org.xinheng.kernel.Refusal;

/** {@code /v1/case-reports}. */
@Path("/v1/case-reports")
public class CaseReportResource {
    /** So many cases of a file are in memory. */
    private static final int FILE_PAGE = 1_000;

    private final Contract contract;
    private final CurrentCaller caller;
    private final Idempotency idempotency;
    private final CollectCases collectCases;
    private final ReviewCase reviewCase;
    private final ReadCases readCases;
    private final TableAnswers tableAnswers;
    private final ObjectMapper objectMapper;

    CaseReportResource(
            Contract contract,
            CurrentCaller caller,
            Idempotency idempotency,
            CollectCases collectCases,
            ReviewCase reviewCase,
            ReadCases readCases,
            TableAnswers tableAnswers,
            ObjectMapper objectMapper) {
        this.contract = contract;
        this.caller = caller;
        this.idempotency = idempotency;
        this.collectCases = collectCases;
        this.reviewCase = reviewCase;
        this.readCases = readCases;
        this.tableAnswers = tableAnswers;
        this.objectMapper = objectMapper;
    }

    /** {@code CaseCollection}. */
    record CollectionView(
            UUID id,
            String month,
            LocalDate from,
            LocalDate before,
            @Nullable LocalDate dueBefore,
            int cases,
            int corrected,
            boolean late) {}

    /** {@code CaseCount}. */
    record CountView(String state, long cases) {
        static CountView of(CaseReports.Count count) {
            return new CountView(count.state().name(), count.cases());
        }
    }

    /** {@code CaseReportPage}. */
    record Page(
            String month,
            LocalDate from,
            LocalDate before,
            @Nullable LocalDate dueBefore,
            List<CountView> counts,
            List<CaseView> items,
            @Nullable UUID next) {}

    /** Makes drafts out of the feedback of a month. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Response collect(byte[] body, @Context HttpHeaders headers) {
        JsonNode request = contract.body("CaseCollectionRequest", body);
        YearMonth month = month(request.get("month").textValue(), "/month");
        return idempotency.once(headers, "POST /v1/case-reports", () -> CanonicalBody.of(request), () -> {
            CollectCases.Collected made = collectCases.collect(caller.get(), month);
            ReportMonth reported = made.month();
            return RenderedAnswer.created(
                    "/v1/case-reports?month=" + month,
                    json(new CollectionView(
                            made.id(),
                            month.toString(),
                            reported.from(),
                            reported.before(),
                            reported.dueBefore(),
                            made.cases().made(),
                            made.cases().corrected(),
                            made.late())));
        });
    }

    /** Reviews one. */
    @POST
    @Path("{id}/review")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Response review(@PathParam("id") String id, byte[] body, @Context HttpHeaders headers) {
        UUID caseId = uuid(id);
        JsonNode request = contract.body("CaseReviewRequest", body);
        return idempotency.once(
                headers, "POST /v1/case-reports/" + caseId + "/review", () -> CanonicalBody.of(request), () -> {
                    CaseReport reviewed = reviewCase.review(
                            caller.get(),
                            caseId,
                            request.get("revision").intValue(),
                            request.get("accepted").booleanValue(),
                            request.path("reason").textValue());
                    return RenderedAnswer.created(
                            "/v1/case-reports?month=" + reviewed.month(),
                            json(CaseView.of(readCases.reviewed(caller.get(), reviewed))));
                });
    }

    /** A month, page by page, or as a file of all of it. */
    @GET
    @Produces({MediaType.APPLICATION_JSON, TableAnswers.CSV, TableAnswers.XLSX})
    public Response read(@Context UriInfo uri, @Context Request request) {
        QueryParameters query = contract.query(OperationId.READ_CASE_REPORTS, uri.getQueryParameters());
        TableAnswers.Form form = TableAnswers.form(request);
        YearMonth month = month(
                query.text("month")
                        .orElseThrow(() -> Refusal.at("query:month", ErrorCode.PARAMETER_INVALID, "month", "yyyy-MM")),
                "query:month");
        ReadCases.Reader reader = new ReadCases.Reader(
                caller.get(),
                query.text("purpose").orElse(null),
                query.text("caseNumber").orElse(null));
        ReadCases.Search search = new ReadCases.Search(
                month,
                query.text("state").map(CaseReport.State::valueOf).orElse(null),
                query.text("after").map(CaseReportResource::uuid).orElse(null),
                form.isFile() ? FILE_PAGE : query.size(),
                form.name());
        ReadCases.Page page = readCases.search(reader, search);
        return form.isFile()
                ? tableAnswers.file(form, "联合奖惩案例 " + month, CaseView.HEADINGS, rows(reader, search, page))
                : answer(month, page, query);
    }

    private static Response answer(YearMonth month, ReadCases.Page page, QueryParameters query) {
        ReportMonth reported = page.standing().month();
        Response.ResponseBuilder answer = Response.ok(
                new Page(
                        month.toString(),
                        reported.from(),
                        reported.before(),
                        reported.dueBefore(),
                        page.standing().counts().stream().map(CountView::of).toList(),
                        page.items().stream().map(CaseView::of).toList(),
                        page.next()),
                MediaType.APPLICATION_JSON_TYPE);
        UUID next = page.next();
        return next == null
                ? answer.build()
                : answer.header("Link", query.linkToNext("/v1/case-reports", next.toString()))
                        .build();
    }

    private PagedRows<UUID> rows(ReadCases.Reader reader, ReadCases.Search search, ReadCases.Page first) {
        return new PagedRows<>(new PagedRows.Page<>(rows(first.items()), first.next()), after -> {
            ReadCases.CasePage found = readCases.further(reader, search, after);
            return new PagedRows.Page<>(rows(found.items()), found.next());
        });
    }

    private static List<List<String>> rows(List<CaseDetails> cases) {
        return cases.stream().map(CaseView::of).map(CaseView::row).toList();
    }

    private static YearMonth month(String text, String pointer) {
        try {
            return YearMonth.parse(text);
        } catch (DateTimeException e) {
            throw Refusal.at(pointer, ErrorCode.FIELD_FORMAT, "yyyy-MM");
        }
    }

    private static UUID uuid(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw Refusal.of(ErrorCode.CASE_NOT_FOUND);
        }
    }

    private byte[] json(Object view) {
        try {
            return objectMapper.writeValueAsBytes(view);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a view can always be written", e);
        }
    }
}
