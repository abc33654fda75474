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
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
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

    /** {@code Statistics}. */
    record Answer(String topic, String from, String to, List<Item> items) {}

    /** {@code StatisticsItem}. */
    record Item(
            @Nullable Named measure,
            @Nullable Named listKind,
            @Nullable Named agency,
            @Nullable Named region,
            @Nullable String month,
            @Nullable String taskKind,
            List<Figure> figures) {}

    /** {@code StatisticsName}: a code and what it is called. */
    record Named(String code, String title) {}

    /** {@code StatisticsFigure}: null where nothing could be counted. */
    record Figure(String code, String title, @Nullable BigDecimal value) {}

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
        List<Item> items = answer.tallies().stream()
                .map(tally -> item(topic, tally, answer.registers()))
                .toList();
        return form.isFile()
                ? tableAnswers.file(
                        form,
                        topic.name(),
                        headings(topic),
                        items.stream().map(item -> row(topic, item)).iterator())
                : Response.ok(
                                new Answer(topicName, from.toString(), to.toString(), items),
                                MediaType.APPLICATION_JSON_TYPE)
                        .build();
    }

    private static Item item(Topic topic, Tally tally, Registers registers) {
        Map<Dimension, String> key = tally.key();
        return new Item(
                named(key.get(Dimension.MEASURE), registers.measures(), Measure::title),
                named(key.get(Dimension.LIST_KIND), registers.listKinds(), ListKind::title),
                named(key.get(Dimension.AGENCY), registers.departments(), Department::title),
                named(key.get(Dimension.REGION), registers.regions(), Region::title),
                key.get(Dimension.MONTH),
                key.get(Dimension.TASK_KIND),
                topic.numbers().stream()
                        .map(name -> new Figure(
                                name,
                                FigureTitles.of(topic, name),
                                tally.numbers().get(name)))
                        .toList());
    }

    /** A code with its title; with itself where the register no longer has it. */
    private static <T> @Nullable Named named(
            @Nullable String code, Map<String, T> register, Function<T, String> title) {
        return code == null
                ? null
                : new Named(
                        code, Optional.ofNullable(register.get(code)).map(title).orElse(code));
    }

    private static List<String> headings(Topic topic) {
        List<String> headings = new ArrayList<>(DIMENSIONS);
        if (topic == Topic.TASKS) {
            headings.add("任务种类");
        }
        topic.numbers().forEach(name -> headings.add(FigureTitles.of(topic, name)));
        return List.copyOf(headings);
    }

    private static List<String> row(Topic topic, Item item) {
        List<String> row = new ArrayList<>();
        row.add(cell(item.measure()));
        row.add(cell(item.listKind()));
        row.add(cell(item.agency()));
        row.add(cell(item.region()));
        row.add(Objects.toString(item.month(), ""));
        if (topic == Topic.TASKS) {
            row.add(Objects.toString(item.taskKind(), ""));
        }
        item.figures()
                .forEach(figure ->
                        row.add(figure.value() == null ? "" : figure.value().toPlainString()));
        return List.copyOf(row);
    }

    private static String cell(@Nullable Named named) {
        return named == null ? "" : named.code() + " " + named.title();
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
