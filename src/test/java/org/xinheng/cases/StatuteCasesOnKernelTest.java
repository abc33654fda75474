package org.xinheng.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.xinheng.catalogue.MeasureRule;
import org.xinheng.catalogue.Nature;
import org.xinheng.decision.AppliedMeasure;
import org.xinheng.decision.Decider;
import org.xinheng.decision.Decision;
import org.xinheng.decision.DecisionRules;
import org.xinheng.decision.RuleBook;
import org.xinheng.decision.RuleBooks;
import org.xinheng.decision.UntilKind;
import org.xinheng.engine.RuleBookCompiler;
import org.xinheng.exchange.workbook.DecisionTableFiles;
import org.xinheng.exchange.workbook.WorkbookReader;
import org.xinheng.law.Effect;
import org.xinheng.listing.Listing;
import org.xinheng.listing.SubjectFile;
import org.xinheng.release.Release;
import org.xinheng.release.Tenure;

/** The cases written from the statutes, decided by the shipped tables without a database. */
class StatuteCasesOnKernelTest {
    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 4, 1);

    private static RuleBook ruleBook;
    private static Map<String, MeasureRule> rules;

    @BeforeAll
    static void compile() throws IOException {
        var content = WorkbookReader.read(DecisionTableFiles.workbooks(Path.of("decision-tables")))
                .content();
        ruleBook = new RuleBookCompiler(1)
                .compile(new Release(
                        new UUID(0, 1), "shipped", Instant.EPOCH, RuleBookCompiler.ENGINE_VERSION, content));
        rules = content.rules().stream().collect(Collectors.toMap(MeasureRule::code, rule -> rule));
    }

    @TestFactory
    Stream<DynamicTest> the_law_answers_as_the_case_says() throws IOException {
        return StatuteCases.all().stream()
                .map(each -> DynamicTest.dynamicTest(
                        each.toString(),
                        () -> assertThat(each.expected().departuresOf(decided(each)))
                                .as("%s", each)
                                .isEmpty()));
    }

    @Test
    void an_answer_that_departs_from_a_case_is_told() {
        var applied = Line.applied("ZFCG", "PROHIBIT", "ZF-01", List.of("ZFCGF-77"), "2027-04-30", "DATE", false);
        var withheld = Line.withheld("NMGGZ", "ZF-01", List.of("NMGTL-48"), "SUSPENDED", null);
        var reported = new CaseAnswer("PROHIBIT", false, List.of(applied), List.of(withheld));
        assertThat(expected("PROHIBIT", List.of(Map.of("basis", "ZFCGF-77")), true)
                        .departuresOf(reported))
                .as("one withheld too many")
                .hasSize(1);
        assertThat(expected("CLEAR", List.of(Map.of("basis", "ZFCGF-78")), false)
                        .departuresOf(reported))
                .as("another outcome, and no such measure")
                .hasSize(2);
        assertThat(expected(null, List.of(Map.of("listKind", "ZFCG"), Map.of("effect", "PROHIBIT")), false)
                        .departuresOf(reported))
                .as("one measure does not stand for two")
                .hasSize(1);
        assertThat(new Expected(
                                null,
                                true,
                                List.of(),
                                List.of(),
                                List.of(new Line(Map.of("effect", "PROHIBIT"))),
                                false)
                        .departuresOf(reported))
                .as("a projection, and what never applies")
                .hasSize(2);
    }

    @Test
    void every_answer_keeps_what_the_contract_promises_of_a_measure() throws IOException {
        for (StatuteCase each : StatuteCases.all()) {
            Decision decision = decision(each);
            for (AppliedMeasure measure : decision.measures()) {
                String what = each.code() + " " + measure.source().rowCode();
                assertThat(measure.legalBases())
                        .as("%s rests on an article", what)
                        .isNotEmpty();
                assertThat(measure.until() == null)
                        .as("%s ends on a day, or for life or until performed", what)
                        .isEqualTo(measure.untilKind() != UntilKind.DATE);
                if (Integer.valueOf(3).equals(measure.measureClass())) {
                    assertThat(measure.effect()).as("%s of class 3", what).isEqualTo(Effect.ADVISE);
                }
                assertThat(measure.measureItem() == null)
                        .as("%s: only a reward has no item", what)
                        .isEqualTo(measure.nature() == Nature.REWARD);
            }
            assertThat(decision.measures())
                    .as("%s: strongest first, then by row", each.code())
                    .isSortedAccordingTo(Comparator.comparing(AppliedMeasure::effect)
                            .thenComparing(measure -> measure.source().rowCode()));
            assertThat(decision.prompt()).as("%s has words", each.code()).isNotBlank();
            decision.prompt()
                    .lines()
                    .flatMap(line -> Stream.of(line.split("。")))
                    .filter(sentence -> sentence.startsWith("供参考："))
                    .forEach(sentence ->
                            assertThat(sentence).doesNotContain("应当").doesNotContain("不得"));
        }
    }

    private static Expected expected(@Nullable String outcome, List<Map<String, Object>> measures, boolean exactly) {
        List<Line> lines =
                measures.stream().map(fields -> new Line(new TreeMap<>(fields))).toList();
        return new Expected(outcome, null, lines, List.of(), List.of(), exactly);
    }

    private static CaseAnswer decided(StatuteCase each) {
        SubjectFile file = new CaseFacts(each, ruleBook.release().registers()).file();
        return reported(decision(each), file);
    }

    private static Decision decision(StatuteCase each) {
        var facts = new CaseFacts(each, ruleBook.release().registers());
        assertThat(DecisionRules.faultsOf(facts.request(), facts.registers(), facts.agency(), each.clock()))
                .as("the question may be asked")
                .isEmpty();
        var law = new RuleBooks.InForce(
                ruleBook,
                new Tenure(new UUID(0, 1), FIRST_DAY, Instant.EPOCH),
                each.clock().isBefore(FIRST_DAY));
        return new Decider(law, facts.agency(), each.now(), each.clock())
                .decide(new UUID(0, 2), facts.request(), facts.file(), Map.of())
                .decision();
    }

    private static CaseAnswer reported(Decision decision, SubjectFile file) {
        Map<UUID, String> listKinds = file.mentions().stream()
                .map(SubjectFile.Mention::listing)
                .collect(Collectors.toMap(Listing::id, Listing::listKind, (one, same) -> one));
        return new CaseAnswer(
                decision.outcome().name(),
                decision.projection(),
                decision.measures().stream()
                        .map(measure -> Line.applied(
                                measure.listing().listKind(),
                                measure.effect().name(),
                                measure.measure(),
                                measure.legalBases().stream()
                                        .map(basis -> basis.code())
                                        .toList(),
                                measure.until() == null ? null : measure.until().toString(),
                                measure.untilKind().name(),
                                measure.objectionOpen()))
                        .toList(),
                decision.withheld().stream()
                        .map(measure -> Line.withheld(
                                listKinds.get(measure.listing()),
                                measure.measure(),
                                rules.get(measure.rowCode()).legalBases(),
                                measure.reason().name(),
                                measure.wanted()))
                        .toList());
    }
}
