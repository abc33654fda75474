package org.xinheng.casereport.rest;

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
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.xinheng.caller.CurrentCaller;
import org.xinheng.caller.Reader;
import org.xinheng.casereport.CaseDetails;
import org.xinheng.casereport.CaseReport;
import org.xinheng.casereport.CaseReports;
import org.xinheng.casereport.ReportMonth;
import org.xinheng.casereport.service.CollectCases;
import org.xinheng.casereport.service.ReadCases;
import org.xinheng.casereport.service.ReviewCase;
import org.xinheng.contract.Contract;
import org.xinheng.contract.Ids;
import org.xinheng.contract.QueryParameters;
import org.xinheng.contract.api.CaseCollectionRequest;
import org.xinheng.contract.api.CaseCollectionView;
import org.xinheng.contract.api.CaseCountView;
import org.xinheng.contract.api.CaseReportPage;
import org.xinheng.contract.api.CaseReviewRequest;
import org.xinheng.contract.api.OperationId;
import org.xinheng.export.PagedRows;
import org.xinheng.export.rest.TableAnswers;
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

    CaseReportResource(
            Contract contract,
            CurrentCaller caller,
            Idempotency idempotency,
            CollectCases collectCases,
            ReviewCase reviewCase,
            ReadCases readCases,
            TableAnswers tableAnswers) {
        this.contract = contract;
        this.caller = caller;
        this.idempotency = idempotency;
        this.collectCases = collectCases;
        this.reviewCase = reviewCase;
        this.readCases = readCases;
        this.tableAnswers = tableAnswers;
    }

    static CaseCountView count(CaseReports.Count count) {
        return new CaseCountView(count.state().name(), count.cases());
    }

    /** Makes drafts out of the feedback of a month. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Response collect(byte[] body, @Context HttpHeaders headers) {
        CaseCollectionRequest request = contract.body(CaseCollectionRequest.class, body);
        YearMonth month = month(request.month(), "/month");
        return idempotency.once(headers, "POST /v1/case-reports", body, () -> {
            CollectCases.Collected made = collectCases.collect(caller.get(), month);
            ReportMonth reported = made.month();
            return idempotency.created(
                    "/v1/case-reports?month=" + month,
                    new CaseCollectionView(
                            made.id(),
                            month.toString(),
                            reported.from(),
                            reported.before(),
                            reported.dueBefore(),
                            made.cases().made(),
                            made.cases().corrected(),
                            made.late()));
        });
    }

    /** Reviews one. */
    @POST
    @Path("{id}/review")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Response review(@PathParam("id") String id, byte[] body, @Context HttpHeaders headers) {
        UUID caseId = Ids.of(id, ErrorCode.CASE_NOT_FOUND);
        CaseReviewRequest request = contract.body(CaseReviewRequest.class, body);
        return idempotency.once(headers, "POST /v1/case-reports/" + caseId + "/review", body, () -> {
            CaseReport reviewed =
                    reviewCase.review(caller.get(), caseId, request.revision(), request.accepted(), request.reason());
            return idempotency.created(
                    "/v1/case-reports?month=" + reviewed.month(),
                    CaseReportMapper.of(readCases.reviewed(caller.get(), reviewed)));
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
        Reader reader = query.reader(caller.get());
        ReadCases.Search search = new ReadCases.Search(
                month,
                query.text("state").map(CaseReport.State::valueOf).orElse(null),
                query.text("after")
                        .map(text -> Ids.of(text, ErrorCode.CASE_NOT_FOUND))
                        .orElse(null),
                form.isFile() ? FILE_PAGE : query.size(),
                form.name());
        ReadCases.Page page = readCases.search(reader, search);
        return form.isFile()
                ? tableAnswers.file(form, "联合奖惩案例 " + month, CaseReportMapper.HEADINGS, rows(reader, search, page))
                : answer(month, page, query);
    }

    private static Response answer(YearMonth month, ReadCases.Page page, QueryParameters query) {
        ReportMonth reported = page.standing().month();
        Response.ResponseBuilder answer = Response.ok(
                new CaseReportPage(
                        month.toString(),
                        reported.from(),
                        reported.before(),
                        reported.dueBefore(),
                        page.standing().counts().stream()
                                .map(CaseReportResource::count)
                                .toList(),
                        page.items().stream().map(CaseReportMapper::of).toList(),
                        page.next()),
                MediaType.APPLICATION_JSON_TYPE);
        UUID next = page.next();
        return next == null
                ? answer.build()
                : answer.header("Link", query.linkToNext("/v1/case-reports", next.toString()))
                        .build();
    }

    private PagedRows<UUID> rows(Reader reader, ReadCases.Search search, ReadCases.Page first) {
        return new PagedRows<>(new PagedRows.Page<>(rows(first.items()), first.next()), after -> {
            ReadCases.CasePage found = readCases.further(reader, search, after);
            return new PagedRows.Page<>(rows(found.items()), found.next());
        });
    }

    private static List<List<String>> rows(List<CaseDetails> cases) {
        return cases.stream()
                .map(CaseReportMapper::of)
                .map(CaseReportMapper::row)
                .toList();
    }

    private static YearMonth month(String text, String pointer) {
        try {
            return YearMonth.parse(text);
        } catch (DateTimeException e) {
            throw Refusal.at(pointer, ErrorCode.FIELD_FORMAT, "yyyy-MM");
        }
    }
}
