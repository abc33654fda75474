package org.xinheng.statistics.rest;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xinheng.caller.CurrentCaller;
import org.xinheng.contract.Contract;
import org.xinheng.contract.QueryParameters;
import org.xinheng.contract.api.OperationId;
import org.xinheng.contract.api.RowCountsItemsView;
import org.xinheng.contract.api.RowCountsView;
import org.xinheng.decision.service.SearchDecisions;
import org.xinheng.export.rest.TableAnswers;
import org.xinheng.kernel.BeijingTime;
import org.xinheng.kernel.ErrorCode;
import org.xinheng.kernel.Refusal;
import org.xinheng.statistics.service.CountRows;

/** {@code /v1/audit/rows}: how often each row of a release fired. */
@Path("/v1/audit/rows")
public class RowCountResource {
    private static final List<String> HEADINGS = List.of("行代码", "工作簿", "行", "措施", "适用次数", "保留次数", "最近一次决策");

    private final Contract contract;
    private final CurrentCaller caller;
    private final CountRows countRows;
    private final SearchDecisions searchDecisions;
    private final TableAnswers answers;

    RowCountResource(
            Contract contract,
            CurrentCaller caller,
            CountRows countRows,
            SearchDecisions searchDecisions,
            TableAnswers answers) {
        this.contract = contract;
        this.caller = caller;
        this.countRows = countRows;
        this.searchDecisions = searchDecisions;
        this.answers = answers;
    }

    /** Counts the rows of a release. */
    @GET
    @Produces({MediaType.APPLICATION_JSON, TableAnswers.CSV, TableAnswers.XLSX})
    public Response count(@Context UriInfo uri, @Context Request request) {
        QueryParameters query = contract.query(OperationId.COUNT_ROWS, uri.getQueryParameters());
        TableAnswers.Form form = TableAnswers.form(request);
        searchDecisions.indexAll();
        CountRows.Counts counts = countRows.count(
                caller.get(),
                release(query),
                query.day("from").orElse(null),
                query.day("to").orElse(null),
                query.text("only").map("NEVER_FIRED"::equals).orElse(false),
                form.name());
        if (!form.isFile()) {
            return Response.ok(
                            new RowCountsView(
                                    counts.release(),
                                    counts.rows().stream()
                                            .map(RowCountResource::item)
                                            .toList()),
                            MediaType.APPLICATION_JSON_TYPE)
                    .build();
        }
        return answers.file(
                form,
                "措施行",
                HEADINGS,
                counts.rows().stream().map(RowCountResource::row).iterator());
    }

    private static RowCountsItemsView item(CountRows.Counted counted) {
        return new RowCountsItemsView(
                counted.rowCode(),
                counted.workbook(),
                counted.row(),
                counted.measure(),
                counted.applied(),
                counted.withheld(),
                counted.lastDecidedAt());
    }

    private static List<String> row(CountRows.Counted counted) {
        return List.of(
                counted.rowCode(),
                counted.workbook(),
                Integer.toString(counted.row()),
                counted.measure(),
                Long.toString(counted.applied()),
                Long.toString(counted.withheld()),
                counted.lastDecidedAt() == null ? "" : BeijingTime.displayed(counted.lastDecidedAt()));
    }

    private static @Nullable UUID release(QueryParameters query) {
        try {
            return query.text("release").map(UUID::fromString).orElse(null);
        } catch (IllegalArgumentException e) {
            throw Refusal.at("query:release", ErrorCode.PARAMETER_INVALID, "release", "UUID");
        }
    }
}
