package org.xinheng.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.xinheng.caller.Role;
import org.xinheng.kernel.BeijingTime;
import org.xinheng.testing.DraftsUnderTest;
import org.xinheng.testing.Fixtures;
import org.xinheng.testing.ReleaseBooks;
import org.xinheng.testing.SteadyLoad;
import org.xinheng.testing.TestKeys;

/** Issue 3, item 7: nobody who asks while releases come and go is refused, or decided half under one and half under another. */
@QuarkusTest
class ActivationUnderLoadApiTest {
    private static final String CUSTOMS = "memoranda/customs.xlsx";
    private static final int RENAMED_ROWS = 2;
    private static final int EVERY_MILLIS = 100;
    private static final int ASKERS = 3;
    private static final int ANSWERS_AT_LEAST = 50;

    @Inject
    TestKeys keys;

    @Inject
    Clock clock;

    /** What an answer says of the release and of the rows that decided. */
    private record Answer(int status, String contentHash, List<String> rows) {
        static Answer failed(Throwable thrown) {
            return new Answer(0, thrown.toString(), List.of());
        }
    }

    @Test
    void every_answer_stands_wholly_under_one_release_and_none_fails_while_three_of_them_come_and_go() {
        LocalDate today = BeijingTime.dayOf(clock.instant());
        String customs = keys.key("WH-HG", Role.INITIATING_DEPARTMENT, Role.IMPLEMENTING_AGENCY);
        String debtor = Fixtures.organisation("91420100", "L0000000");
        ReleaseBooks.listDebtor(customs, debtor, today);
        DraftsUnderTest drafts = new DraftsUnderTest(keys);

        Collection<Answer> answers;
        Map<String, List<String>> rowsOf = new HashMap<>();
        rowsOf.put(ask(customs, debtor).contentHash(), List.of("HG-001"));
        Callable<Answer> asker = () -> ask(customs, debtor);
        try (var load = new SteadyLoad<>(Collections.nCopies(ASKERS, asker), Answer::failed, EVERY_MILLIS)) {
            for (int i = 1; i <= RENAMED_ROWS; i++) {
                String code = String.format(Locale.ROOT, "HG-8%02d", i);
                String id = drafts.checked(CUSTOMS, ReleaseBooks.renamedRow(CUSTOMS, "HG-001", code));
                rowsOf.put(drafts.contentHash(id), List.of(code));
                drafts.approved(id, today);
                assertThat(ask(customs, debtor)).isEqualTo(new Answer(201, drafts.contentHash(id), List.of(code)));
            }
            drafts.takeBackAll();
            await().until(() -> load.answers().size() >= ANSWERS_AT_LEAST);
            answers = load.end();
        }

        assertThat(answers).hasSizeGreaterThanOrEqualTo(ANSWERS_AT_LEAST).allSatisfy(answer -> {
            assertThat(answer.status()).as(answer.contentHash()).isEqualTo(201);
            assertThat(rowsOf).containsEntry(answer.contentHash(), answer.rows());
        });
        assertThat(answers.stream().map(Answer::contentHash).distinct())
                .as("the load saw several releases")
                .hasSizeGreaterThan(1);
    }

    private static Answer ask(String key, String debtor) {
        Response response = given().auth()
                .oauth2(key)
                .contentType(ContentType.JSON)
                .body("""
                {"subject":{"type":"ORGANISATION","scheme":"USCC","identifier":"%s"},
                 "matter":"CUSTOMS_CLEARANCE","region":"420100","purpose":"通关","caseNumber":"测试-1"}""".formatted(debtor))
                .post("/v1/decisions");
        return response.statusCode() == 201
                ? new Answer(201, response.path("release.contentHash"), response.path("measures.source.rowCode"))
                : new Answer(response.statusCode(), response.asString(), List.of());
    }
}
