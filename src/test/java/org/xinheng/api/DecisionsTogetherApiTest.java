package org.xinheng.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.xinheng.testing.Api.sending;
import static org.xinheng.testing.Api.with;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xinheng.caller.Role;
import org.xinheng.testing.DailyWork;
import org.xinheng.testing.Fixtures;
import org.xinheng.testing.Keys;
import org.xinheng.testing.PostgresResource;
import org.xinheng.testing.TestDatabase;

/** Agencies that ask at the same time share transactions, and nothing else. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class DecisionsTogetherApiTest {
    private static final int AT_ONCE = 16;

    @Inject
    Keys keys;

    @Inject
    TestDatabase database;

    private final ExecutorService agencies = Executors.newFixedThreadPool(AT_ONCE);
    private String finance;

    @BeforeEach
    void anAgency() {
        finance = keys.of("WH-CZJ", Role.IMPLEMENTING_AGENCY, Role.INITIATING_DEPARTMENT);
    }

    @AfterEach
    void nobodyAsks() {
        agencies.shutdownNow();
    }

    @Test
    void each_of_many_at_once_gets_the_answer_about_its_own_subject_and_an_entry_of_its_own() throws Exception {
        List<String> suppliers = new ArrayList<>();
        List<String> listings = new ArrayList<>();
        for (int i = 0; i < AT_ONCE; i++) {
            String supplier = Fixtures.organisation();
            suppliers.add(supplier);
            listings.add(DailyWork.entered(
                    finance,
                    Fixtures.procurementBan(
                            supplier,
                            Fixtures.today().minusMonths(2),
                            Fixtures.today().plusMonths(6))));
        }
        List<Response> answers =
                askedAtOnce(suppliers.stream().map(Fixtures::question).toList());
        for (int i = 0; i < AT_ONCE; i++) {
            JsonPath answer = answers.get(i).then().statusCode(201).extract().jsonPath();
            assertThat(answer.getList("measures.listing.id", String.class))
                    .as("of its own subject alone")
                    .isNotEmpty()
                    .containsOnly(listings.get(i));
            with(finance)
                    .get("/v1/decisions/{id}", answer.getString("id"))
                    .then()
                    .statusCode(200);
            assertThat(database.column(
                            "select count(*) from audit_entry where record = 'DECISION' and record_key = ? and receipt = ?",
                            answer.getString("id"),
                            answer.getString("receipt.note")))
                    .as("one entry, whose receipt left with the answer")
                    .containsExactly("1");
        }
    }

    @Test
    void what_cannot_be_kept_fails_alone_and_the_others_are_kept_once_each() throws Exception {
        database.change("""
                create function refuse_on_demand() returns trigger language plpgsql as
                $$ begin raise exception 'refused on demand'; end $$""");
        database.change("create trigger refuses_on_demand before insert on decision for each row"
                + " when (new.case_number like '%-REFUSED') execute function refuse_on_demand()");
        try {
            for (int round = 0; round < 5; round++) {
                List<String> cases = new ArrayList<>();
                for (int i = 0; i < AT_ONCE; i++) {
                    cases.add("TOGETHER-" + round + "-" + i + (i == 5 ? "-REFUSED" : ""));
                }
                List<Response> answers = askedAtOnce(cases.stream()
                        .map(one -> Fixtures.question(Fixtures.organisation())
                                .replaceFirst("\"caseNumber\":\\s*\"[^\"]*\"", "\"caseNumber\":\"" + one + "\""))
                        .toList());
                for (int i = 0; i < AT_ONCE; i++) {
                    assertThat(answers.get(i).statusCode())
                            .as("%s: %s", cases.get(i), answers.get(i).asString())
                            .isEqualTo(i == 5 ? 500 : 201);
                    assertThat(database.column("select count(*) from decision where case_number = ?", cases.get(i)))
                            .as(cases.get(i))
                            .containsExactly(i == 5 ? "0" : "1");
                }
            }
        } finally {
            database.change("drop trigger refuses_on_demand on decision");
            database.change("drop function refuse_on_demand()");
        }
    }

    @Test
    void those_who_come_while_the_disk_is_slow_share_a_transaction() throws Exception {
        List<Future<Response>> answers = new ArrayList<>();
        database.holding("lock table decision in exclusive mode", () -> {
            for (int i = 0; i < AT_ONCE; i++) {
                String question = Fixtures.question(Fixtures.organisation());
                answers.add(agencies.submit(() -> sending(finance, question).post("/v1/decisions")));
            }
            await().until(() -> insideGroupCommit() == AT_ONCE);
            int processors = Math.min(AT_ONCE, Runtime.getRuntime().availableProcessors());
            await().until(() -> transactionsThatWait() >= processors);
            assertThat(transactionsThatWait())
                    .as("as many as there are processors, whoever else asks")
                    .isEqualTo(processors);
        });
        List<String> transactions = new ArrayList<>();
        for (Future<Response> answer : answers) {
            String id = answer.get().then().statusCode(201).extract().path("id");
            transactions.addAll(database.column("select xmin::text from decision where id = cast(? as uuid)", id));
        }
        assertThat(transactions).hasSize(AT_ONCE);
        assertThat(transactions.stream().distinct().count()).isLessThan(AT_ONCE);
    }

    private int transactionsThatWait() {
        return Integer.parseInt(
                database.column("select count(*) from pg_locks where not granted and relation = 'decision'::regclass")
                        .get(0));
    }

    /** How many threads of the service are between a question and its answer. */
    private static long insideGroupCommit() {
        return Thread.getAllStackTraces().values().stream()
                .filter(frames -> Arrays.stream(frames)
                        .anyMatch(frame -> frame.getClassName().endsWith("DecideMeasures")
                                && frame.getMethodName().equals("decide")))
                .count();
    }

    private List<Response> askedAtOnce(List<String> questions) throws Exception {
        List<Future<Response>> asked = new ArrayList<>();
        for (String question : questions) {
            asked.add(agencies.submit(() -> sending(finance, question).post("/v1/decisions")));
        }
        List<Response> answers = new ArrayList<>();
        for (Future<Response> one : asked) {
            answers.add(one.get());
        }
        return answers;
    }
}
