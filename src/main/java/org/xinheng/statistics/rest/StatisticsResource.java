package org.xinheng.statistics.rest;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.xinheng.caller.CurrentCaller;
import org.xinheng.catalogue.Department;
import org.xinheng.catalogue.ListKind;
import org.xinheng.catalogue.Measure;
import org.xinheng.catalogue.Region;
import org.xinheng.catalogue.Registers;
import org.xinheng.contract.Contract;
import org.xinheng.contract.QueryParameters;
import org.xinheng.contract.api.OperationId;
import org.xinheng.contract.api.StatisticsFigureView;
import org.xinheng.contract.api.StatisticsItemView;
import org.xinheng.contract.api.StatisticsNameView;
import org.xinheng.contract.api.StatisticsView;
import org.xinheng.export.rest.TableAnswers;
import org.xinheng.kernel.ErrorCode;
import org.xinheng.kernel.Refusal;
import org.xinheng.statistics.Dimension;
import org.xinheng.statistics.Tally;
import org.xinheng.statistics.Topic;
import org.xinheng.statistics.service.ReadStatistics;

/** {@code /v1/statistics/{topic}}. */
@Path("/v1/statistics/{topic}")
public class StatisticsResource {
    private static final List<String> DIMENSIONS = List.of("措施", "名单种类", "部门", "地区", "月份");

    private final Contract contract;
    private final CurrentCaller caller;
    private final ReadStatistics readStatistics;
    private final TableAnswers tableAnswers;

    StatisticsResource(
            Contract contract, CurrentCaller caller, ReadStatistics readStatistics, TableAnswers tableAnswers) {
        this.contract = contract;
        this.caller = caller;
        this.readStatistics = readStatistics;
        this.tableAnswers = tableAnswers;
    }

    /** Counts, by the dimensions asked for. */
    @GET
    @Produces({MediaType.APPLICATION_JSON, TableAnswers.CSV, TableAnswers.XLSX})
    public Response read(@PathParam("topic") String topicName, @Context UriInfo uri, @Context Request request) {
        QueryParameters query = contract.query(OperationId.READ_STATISTICS, uri.getQueryParameters());
        Topic topic = topic(topicName);
        TableAnswers.Form form = TableAnswers.form(request);
        YearMonth from = month(query, "from");
        YearMonth to = month(query, "to");
        ReadStatistics.Answer answer =
                readStatistics.read(caller.get(), new ReadStatistics.Question(topic, from, to, by(query), form.name()));
        List<StatisticsItemView> items = answer.tallies().stream()
                .map(tally -> item(topic, tally, answer.registers()))
                .toList();
        return form.isFile()
                ? tableAnswers.file(
                        form,
                        topic.name(),
                        headings(topic),
                        items.stream().map(item -> row(topic, item)).iterator())
                : Response.ok(
                                new StatisticsView(topicName, from.toString(), to.toString(), items),
                                MediaType.APPLICATION_JSON_TYPE)
                        .build();
    }

    private static StatisticsItemView item(Topic topic, Tally tally, Registers registers) {
        return new StatisticsItemView(
                named(tally.key().get(Dimension.MEASURE), registers.measures(), Measure::title),
                named(tally.key().get(Dimension.LIST_KIND), registers.listKinds(), ListKind::title),
                named(tally.key().get(Dimension.AGENCY), registers.departments(), Department::title),
                named(tally.key().get(Dimension.REGION), registers.regions(), Region::title),
                tally.key().get(Dimension.MONTH),
                tally.key().get(Dimension.TASK_KIND),
                topic.numbers().stream()
                        .map(name -> new StatisticsFigureView(
                                name,
                                FigureTitles.of(topic, name),
                                tally.numbers().get(name)))
                        .toList());
    }

    /** What a code is called, the code itself where the register does not know it any more. */
    private static <T> @Nullable StatisticsNameView named(
            @Nullable String code, Map<String, T> register, Function<T, String> title) {
        if (code == null) {
            return null;
        }
        T known = register.get(code);
        return new StatisticsNameView(code, known == null ? code : title.apply(known));
    }

    private static List<String> headings(Topic topic) {
        List<String> headings = new ArrayList<>(DIMENSIONS);
        if (topic == Topic.TASKS) {
            headings.add("任务种类");
        }
        topic.numbers().forEach(name -> headings.add(FigureTitles.of(topic, name)));
        return List.copyOf(headings);
    }

    private static List<String> row(Topic topic, StatisticsItemView item) {
        List<String> row = new ArrayList<>();
        Stream.of(item.measure(), item.listKind(), item.agency(), item.region())
                .map(named -> named == null ? "" : named.code() + " " + named.title())
                .forEach(row::add);
        row.add(Objects.toString(item.month(), ""));
        if (topic == Topic.TASKS) {
            row.add(Objects.toString(item.taskKind(), ""));
        }
        item.figures()
                .forEach(figure ->
                        row.add(figure.value() == null ? "" : figure.value().toPlainString()));
        return List.copyOf(row);
    }

    private static Topic topic(String name) {
        try {
            if (name.equals(name.toLowerCase(Locale.ROOT))) {
                return Topic.valueOf(name.toUpperCase(Locale.ROOT));
            }
        } catch (IllegalArgumentException e) {
            // refused below
        }
        throw Refusal.of(ErrorCode.NOT_FOUND, name.length() <= 40 ? name : name.substring(0, 40));
    }

    private static Set<Dimension> by(QueryParameters query) {
        EnumSet<Dimension> by = EnumSet.noneOf(Dimension.class);
        query.text("by")
                .ifPresent(names -> List.of(names.split(",", -1))
                        .forEach(name -> by.add(
                                switch (name) {
                                    case "measure" -> Dimension.MEASURE;
                                    case "listKind" -> Dimension.LIST_KIND;
                                    case "agency" -> Dimension.AGENCY;
                                    case "region" -> Dimension.REGION;
                                    case "taskKind" -> Dimension.TASK_KIND;
                                    default -> Dimension.MONTH;
                                })));
        return by;
    }

    private static YearMonth month(QueryParameters query, String name) {
        try {
            return YearMonth.parse(query.text(name).orElse(""));
        } catch (DateTimeException e) {
            throw Refusal.at("query:" + name, ErrorCode.PARAMETER_INVALID, name, "yyyy-MM");
        }
    }
}
