package org.xinheng.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.xinheng.engine.Asked.about;
import static org.xinheng.engine.Asked.asked;
import static org.xinheng.engine.Asked.reported;
import static org.xinheng.engine.GivenLaw.bookOf;
import static org.xinheng.engine.Rows.reward;
import static org.xinheng.engine.Rows.row;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xinheng.catalogue.MeasureRule;
import org.xinheng.decision.Inquiry;
import org.xinheng.decision.ListingInQuestion;
import org.xinheng.law.Effect;

/** No row is added or lost on the way into the knowledge base, and no request leaves anything behind in it. */
class CompilerTest {
    private static final MeasureRule SEVERAL = row("R-1", r -> {
        r.listKinds = Set.of("ZFCG", "NMGGZ");
        r.matters = Set.of("TENDER_QUALIFICATION", "GOVERNMENT_PROCUREMENT_QUALIFICATION");
        return r;
    });
    private static final MeasureRule ANY = row("R-2", r -> r);

    @Test
    void a_doubled_row_code_is_refused() {
        assertThatIllegalStateException()
                .isThrownBy(() -> bookOf(ANY, row("R-2", r -> r)))
                .withMessage("row `R-2` stands twice in the release");
    }

    @Test
    void a_row_lost_doubled_or_added_on_the_way_is_refused() {
        List<MeasureRule> rules = List.of(SEVERAL, ANY);
        List<RowFact> standing = new ArrayList<>(RowFact.of(new Row(SEVERAL, 0)));
        standing.addAll(RowFact.of(new Row(ANY, 1)));
        RuleBookCompiler.assertNoRowTwice(rules, standing);

        assertThatIllegalStateException()
                .isThrownBy(() -> RuleBookCompiler.assertNoRowTwice(rules, standing.subList(1, standing.size())))
                .withMessageContaining("row `R-1` was lost");
        assertThatIllegalStateException()
                .isThrownBy(() -> RuleBookCompiler.assertNoRowTwice(rules, standing.subList(0, 4)))
                .withMessageContaining("row `R-2` was lost");
        List<RowFact> doubled = new ArrayList<>(standing);
        doubled.addAll(RowFact.of(new Row(ANY, 1)));
        assertThatIllegalStateException()
                .isThrownBy(() -> RuleBookCompiler.assertNoRowTwice(rules, doubled))
                .withMessageContaining("row `R-2` stands twice");
        assertThatIllegalStateException()
                .isThrownBy(() -> RuleBookCompiler.assertNoRowTwice(List.of(SEVERAL), standing))
                .withMessageContaining("R-2");
    }

    @Test
    void conclusions_come_strongest_effect_first_then_by_row_code() {
        CompiledRuleBook book = bookOf(
                row("B-2", r -> r),
                row("A-1", r -> {
                    r.effect = Effect.CAUTION;
                    return r;
                }),
                row("B-1", r -> r));
        assertThat(reported(book.evaluate(about(l -> {})))).containsExactly("B-1", "B-2", "A-1");
    }

    @Test
    void a_request_leaves_nothing_behind() {
        var book = new RuleBookCompiler(1).compile(GivenLaw.release(List.of(reward("R-1", r -> r))));
        Inquiry red = about(l -> l.listKind = "AJNSR");
        Inquiry redAndBlack = asked(a -> {}, l -> l.listKind = "AJNSR", l -> {});
        for (int i = 0; i < 3; i++) {
            assertThat(reported(book.evaluate(redAndBlack))).containsExactly("R-1=BLACK_LISTED");
            assertThat(reported(book.evaluate(red))).containsExactly("R-1");
        }
    }

    @Test
    void a_request_that_throws_costs_its_worker_and_nobody_else() {
        var book = new RuleBookCompiler(1).compile(GivenLaw.release(List.of(ANY)));
        Inquiry good = about(l -> {});
        List<ListingInQuestion> broken = new ArrayList<>(good.listings());
        broken.add(null);
        Inquiry bad = new Inquiry(
                good.subjectType(), false, good.matter(), good.facts(), good.region(), "FINANCE", good.asOf(), broken);
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> book.evaluate(bad)).isInstanceOf(NullPointerException.class);
            assertThat(reported(book.evaluate(good))).containsExactly("R-2");
        }
    }

    @Test
    void many_threads_share_few_workers_and_get_their_own_answers() throws Exception {
        var book = new RuleBookCompiler(2).compile(GivenLaw.release(List.of(SEVERAL, ANY, reward("R-3", r -> r))));
        List<Inquiry> inquiries = List.of(
                about(l -> {}),
                about(l -> l.listKind = "NMGGZ"),
                asked(a -> {}, l -> l.listKind = "AJNSR", l -> {}),
                about(l -> l.listKind = "JYYC"));
        List<List<String>> alone =
                inquiries.stream().map(book::evaluate).map(Asked::reported).toList();
        var pool = Executors.newFixedThreadPool(8);
        try {
            List<Callable<List<String>>> calls = IntStream.range(0, 400)
                    .mapToObj(i -> (Callable<List<String>>) () -> reported(book.evaluate(inquiries.get(i % 4))))
                    .toList();
            var answers = pool.invokeAll(calls);
            for (int i = 0; i < answers.size(); i++) {
                assertThat(answers.get(i).get()).isEqualTo(alone.get(i % 4));
            }
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void the_list_kinds_of_a_matter_are_those_some_row_asks_about() {
        CompiledRuleBook book = bookOf(SEVERAL, reward("R-3", r -> r));
        assertThat(book.listKindsFor("TENDER_QUALIFICATION")).containsExactly("AJNSR", "NMGGZ", "ZFCG");
        assertThat(book.listKindsFor("NO_SUCH_MATTER")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"zh,CN,Asia/Shanghai", "tr,TR,Europe/Istanbul"})
    void locale_and_zone_of_the_machine_change_nothing(String language, String country, String zone) throws Exception {
        assertThat(probe(language, country, zone)).contains("[R-1=CONTEXT_MISSING matterItem.item, R-2, R-3]");
    }

    private static String probe(String language, String country, String zone) throws IOException, InterruptedException {
        var command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Duser.language=" + language,
                "-Duser.country=" + country,
                "-Duser.timezone=" + zone,
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                LocaleProbe.class.getName());
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String stated = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(stated).isZero();
        return stated;
    }

    /** Compiles and decides in a machine of another locale and zone. */
    static final class LocaleProbe {
        private LocaleProbe() {}

        public static void main(String[] args) {
            var dated = row("R-2", r -> {
                r.validity = new org.xinheng.kernel.EffectivePeriod(
                        java.time.LocalDate.of(2026, 11, 22), java.time.LocalDate.of(2026, 11, 22));
                return r;
            });
            var item = row("R-1", r -> {
                r.items = Set.of("DIRECTOR");
                return r;
            });
            var any = row("R-3", r -> {
                r.effect = Effect.RESTRICT;
                return r;
            });
            System.out.println(reported(bookOf(dated, any, item).evaluate(about(l -> {}))));
            System.exit(0);
        }
    }
}
