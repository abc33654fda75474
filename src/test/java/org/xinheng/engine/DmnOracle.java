package org.xinheng.engine;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.kie.api.io.Resource;
import org.kie.dmn.api.core.DMNContext;
import org.kie.dmn.api.core.DMNModel;
import org.kie.dmn.api.core.DMNResult;
import org.kie.dmn.api.core.DMNRuntime;
import org.kie.dmn.core.internal.utils.DMNRuntimeBuilder;
import org.kie.internal.io.ResourceFactory;
import org.xinheng.catalogue.MeasureRule;

/** A second engine, kie-dmn, with a table a workbook: it knows nothing of Drools rules or of the kernel. */
final class DmnOracle {
    private final DMNRuntime runtime;

    DmnOracle(List<MeasureRule> rules) {
        var resources = new ArrayList<Resource>();
        Map<String, List<MeasureRule>> sheets = rules.stream()
                .collect(Collectors.groupingBy(
                        rule -> rule.source().workbook(), LinkedHashMap::new, Collectors.toList()));
        sheets.forEach((workbook, rows) -> {
            Resource table = ResourceFactory.newReaderResource(new StringReader(DmnTable.of(workbook, rows)), "UTF-8");
            table.setSourcePath(workbook + ".dmn");
            resources.add(table);
        });
        this.runtime = DMNRuntimeBuilder.fromDefaults()
                .buildConfiguration()
                .fromResources(resources)
                .getOrElseThrow(refused -> new IllegalStateException("kie-dmn refuses a table", refused));
        for (DMNModel model : runtime.getModels()) {
            if (model.hasErrors()) {
                throw new IllegalStateException("kie-dmn refuses " + model.getName() + ": " + model.getMessages());
            }
        }
    }

    /** Names of the workbooks whose tables stand in the engine. */
    List<String> workbooks() {
        return runtime.getModels().stream().map(DMNModel::getName).toList();
    }

    /** The codes of the rows that match, by situation. */
    Map<Situation, TreeSet<String>> fire(Collection<Situation> situations) {
        var fired = new LinkedHashMap<Situation, TreeSet<String>>();
        for (Situation situation : situations) {
            var codes = new TreeSet<String>();
            for (DMNModel model : runtime.getModels()) {
                codes.addAll(ask(model, situation));
            }
            fired.put(situation, codes);
        }
        return fired;
    }

    private List<String> ask(DMNModel model, Situation situation) {
        DMNContext context = runtime.newContext();
        for (DmnTable.Input input : DmnTable.Input.values()) {
            context.set(input.name(), value(input, situation));
        }
        DMNResult result = runtime.evaluateAll(model, context);
        if (result.hasErrors()) {
            throw new IllegalStateException("kie-dmn fails on " + model.getName() + ": " + result.getMessages());
        }
        var codes = new ArrayList<String>();
        if (result.getDecisionResultByName(DmnTable.DECISION).getResult() instanceof Collection<?> rows) {
            rows.forEach(row -> codes.add(String.valueOf(row)));
        }
        return codes;
    }

    private static Object value(DmnTable.Input input, Situation situation) {
        return switch (input) {
            case LIST_KIND -> situation.listKind();
            case GROUND -> situation.ground();
            case GRAVITY ->
                situation.gravity() == null ? null : situation.gravity().name();
            case SUBJECT_TYPE -> situation.subjectType().name();
            case ROLE -> situation.role().name();
            case LISTING_REGIONS -> situation.listingRegions();
            case MATTER_REGIONS -> situation.matterRegions();
            case MATTER -> situation.matter();
            case SECTOR -> situation.sector();
            case ITEM -> situation.item();
            case LEGALLY_REQUIRED_TENDER -> situation.legallyRequiredTender();
            case GOVERNMENT_INVESTED -> situation.governmentInvested();
            case AGENCY_KIND -> situation.agencyKind();
            case CITED_BASES -> List.copyOf(situation.citedBases());
            case DAY_FROM, DAY_TO -> situation.day();
            case ORDER -> situation.order();
            case DESIGNATED_SECTORS -> List.copyOf(situation.designatedSectors());
            case DESIGNATED_ITEMS -> List.copyOf(situation.designatedItems());
        };
    }
}
