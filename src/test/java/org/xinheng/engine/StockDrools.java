package org.xinheng.engine;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.drools.decisiontable.InputType;
import org.drools.decisiontable.SpreadsheetCompiler;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.Message;
import org.kie.api.definition.rule.Rule;
import org.xinheng.catalogue.table.RuleTableHead;

/**
 * The knowledge base that stock Drools makes of workbooks as they are, one rule a row: the oracle of the kernel. Sheets
 * become DRL one by one and are built under a path of their own, as trap 1 of the design asks.
 */
final class StockDrools {
    private final KieBase knowledgeBase;
    private final Map<String, List<String>> rowsByWorkbook = new LinkedHashMap<>();

    /** @param workbooks name to bytes */
    StockDrools(Map<String, byte[]> workbooks) {
        var services = KieServices.get();
        var files = services.newKieFileSystem();
        var releaseId =
                services.newReleaseId("org.xinheng", "oracle", UUID.randomUUID().toString());
        files.generateAndWritePomXML(releaseId);
        workbooks.forEach((name, bytes) -> {
            String drl = new SpreadsheetCompiler().compile(new ByteArrayInputStream(bytes), InputType.XLS);
            rowsByWorkbook.put(name, namesOf(drl));
            files.write(
                    "src/main/resources/org/xinheng/measures/"
                            + UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)) + ".drl",
                    drl);
        });
        var builder = services.newKieBuilder(files, getClass().getClassLoader());
        builder.buildAll(ExecutableModelProject.class);
        var errors = builder.getResults().getMessages(Message.Level.ERROR);
        if (!errors.isEmpty()) {
            throw new IllegalStateException("stock Drools refuses the workbooks: " + errors);
        }
        this.knowledgeBase =
                services.newKieContainer(releaseId, getClass().getClassLoader()).getKieBase();
    }

    private static List<String> namesOf(String drl) {
        return drl.lines()
                .filter(line -> line.startsWith("rule \""))
                .map(line -> line.substring(6, line.lastIndexOf('"')))
                .toList();
    }

    /** Names of the rules that stock Drools read in a workbook, in their order. */
    List<String> rowsOf(String workbook) {
        return rowsByWorkbook.getOrDefault(workbook, List.of());
    }

    /** Names of the rules that stand in the knowledge base. */
    Collection<String> rows() {
        var names = new ArrayList<String>();
        for (Rule rule : knowledgeBase.getKiePackage(RuleTableHead.RULE_SET).getRules()) {
            names.add(rule.getName());
        }
        return names;
    }

    /** Runs all situations in one session: what fired on each, with its action cells. */
    Map<Situation, TreeMap<String, Conclusions.Row>> fire(Collection<Situation> situations) {
        var conclusions = new Conclusions();
        var session = knowledgeBase.newKieSession();
        try {
            session.setGlobal("conclusions", conclusions);
            situations.forEach(session::insert);
            session.fireAllRules();
        } finally {
            session.dispose();
        }
        var fired = new LinkedHashMap<Situation, TreeMap<String, Conclusions.Row>>();
        situations.forEach(situation -> fired.put(situation, new TreeMap<>()));
        conclusions
                .rows()
                .forEach((at, row) -> fired.computeIfAbsent(at.situation(), s -> new TreeMap<>())
                        .put(at.rowCode(), row));
        return fired;
    }
}
