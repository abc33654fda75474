package org.xinheng.decision.rest;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.xinheng.contract.api.FoundDecisionsView;
import org.xinheng.decision.search.DecisionFound;
import org.xinheng.decision.search.DecisionSearch;
import org.xinheng.decision.service.SearchDecisions;
import org.xinheng.export.PagedRows;
import org.xinheng.export.rest.TableAnswers;
import org.xinheng.kernel.BeijingTime;

/** Decisions found, as a page or as a file of all of them. */
@Singleton
class FoundDecisions {
    private static final int PAGE = 1_000;

    private static final List<String> HEADINGS = List.of(
            "决策编号", "作出时间", "查询日", "部门", "办理事项", "地区", "结论", "案号", "发布版", "适用措施", "保留措施", "适用措施行", "保留措施行", "法规依据");

    private final TableAnswers tableAnswers;
    private final SearchDecisions searchDecisions;

    FoundDecisions(TableAnswers tableAnswers, SearchDecisions searchDecisions) {
        this.tableAnswers = tableAnswers;
        this.searchDecisions = searchDecisions;
    }

    /** A page of decisions, or all of them as a file. */
    Response decisions(TableAnswers.Form form, String name, DecisionSearch search, @Nullable UUID after, int size) {
        if (form.isFile()) {
            return tableAnswers.file(form, name, HEADINGS, rows(search));
        }
        List<DecisionFound> found = searchDecisions.page(search, after, size + 1);
        boolean more = found.size() > size;
        List<DecisionFound> items = more ? found.subList(0, size) : found;
        return Response.ok(
                        new FoundDecisionsView(
                                items, more ? items.get(items.size() - 1).id().toString() : null),
                        MediaType.APPLICATION_JSON_TYPE)
                .build();
    }

    /** Every decision asked for, read page by page while the file is written. */
    private PagedRows<UUID> rows(DecisionSearch search) {
        return new PagedRows<>(page(search, null), last -> page(search, last));
    }

    private PagedRows.Page<UUID> page(DecisionSearch search, @Nullable UUID after) {
        List<DecisionFound> found = searchDecisions.page(search, after, PAGE);
        return new PagedRows.Page<>(
                found.stream().map(FoundDecisions::row).toList(),
                found.size() < PAGE ? null : found.get(found.size() - 1).id());
    }

    private static List<String> row(DecisionFound found) {
        return List.of(
                found.id().toString(),
                BeijingTime.displayed(found.decidedAt()),
                found.asOf().toString(),
                found.agency(),
                found.matter(),
                found.region(),
                found.outcome(),
                found.caseNumber(),
                found.release().toString(),
                joined(found.measures()),
                joined(found.withheldMeasures()),
                joined(found.rows()),
                joined(found.withheldRows()),
                joined(found.legalBases()));
    }

    private static String joined(List<String> codes) {
        return codes.stream().collect(Collectors.joining("、"));
    }
}
