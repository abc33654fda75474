package org.xinheng.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.path.json.JsonPath;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinheng.app.postgres.DatabaseAddress;
import org.xinheng.testing.Fixtures;
import org.xinheng.testing.PackagedService;
import org.xinheng.testing.ReleaseBooks;
import org.xinheng.testing.SteadyLoad;
import org.xinheng.testing.TestPostgres;

/** Issue 3, item 7: two packaged services, each a process of its own, on one PostgreSQL of the operator. */
class TwoNodesIT {
    private static final String CUSTOMS = "memoranda/customs.xlsx";
    private static final String DEBTOR = Fixtures.organisation("91420100", "L0000000");
    private static final Duration WITHIN = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int EVERY_MILLIS = 100;
    private static final int ANSWERS_AT_LEAST = 50;

    @TempDir
    Path folder;

    private final Map<String, String> environment = new HashMap<>();

    /** What an answer says of the release and of the rows that decided. */
    private record Answer(int status, String contentHash, List<String> rows) {
        static Answer failed(Throwable thrown) {
            return new Answer(0, thrown.toString(), List.of());
        }
    }

    @BeforeEach
    void oneDatabaseAndOneFileOfKeys() {
        DatabaseAddress database = TestPostgres.emptyDatabase();
        String keysFile = folder.resolve("keys.properties").toString();
        environment.putAll(Map.of(
                "LC_ALL", "C.UTF-8",
                "QUARKUS_DATASOURCE_JDBC_URL", database.url(),
                "QUARKUS_DATASOURCE_USERNAME", database.user(),
                "QUARKUS_DATASOURCE_PASSWORD", database.password(),
                "XINHENG_KEYS_FILE", keysFile));
        assertThat(PackagedService.command(folder, Map.of(), "keys-file", keysFile)
                        .process()
                        .exitValue())
                .isZero();
    }

    @Test
    void what_is_handed_in_at_one_and_approved_at_the_other_is_law_on_both_and_no_answer_stands_under_two_releases()
            throws Exception {
        LocalDate today = Fixtures.today();
        try (PackagedService one = PackagedService.start(Files.createDirectory(folder.resolve("one")), environment);
                PackagedService other =
                        PackagedService.start(Files.createDirectory(folder.resolve("other")), environment)) {
            String customs = key("WH-HG", "INITIATING_DEPARTMENT,IMPLEMENTING_AGENCY");
            String editor = key("WH-XYB", "EDITOR");
            String approver = key("WH-XYB", "APPROVER");
            String colleague = key("WH-XYB", "APPROVER");
            HttpResponse<String> listed = one.post("/v1/listings", customs, ReleaseBooks.debtor(DEBTOR, today));
            assertThat(listed.statusCode()).as(listed.body()).isEqualTo(201);
            Answer before = ask(one, customs);
            assertThat(before.rows()).containsExactly("HG-001");
            assertThat(ask(other, customs)).isEqualTo(before);

            Collection<Answer> answers;
            Answer after;
            List<Callable<Answer>> askers =
                    List.of(() -> ask(one, customs), () -> ask(other, customs), () -> ask(one, customs));
            try (var load = new SteadyLoad<>(askers, Answer::failed, EVERY_MILLIS)) {
                String id = one.submit(editor, CUSTOMS, ReleaseBooks.renamedRow(CUSTOMS, "HG-001", "HG-801"));
                String release = "/v1/releases/" + id;
                await().atMost(PATIENCE)
                        .until(() -> JsonPath.from(other.get(release, editor).body())
                                .getString("state")
                                .equals("DRAFT"));
                String hash = JsonPath.from(other.get(release, editor).body()).getString("contentHash");
                after = new Answer(201, hash, List.of("HG-801"));
                step(one, release + "/approval", colleague, "\"effectiveFrom\":\"%s\",".formatted(today));
                step(other, release + "/approval", approver, "\"effectiveFrom\":\"%s\",".formatted(today));
                awaitBoth(one, other, customs, after);
                assertThat(List.of(one, other))
                        .allSatisfy(node -> assertThat(
                                        node.get("/q/health/ready", editor).body())
                                .contains(hash));

                step(one, release + "/rollback", approver, "");
                awaitBoth(one, other, customs, before);
                await().until(() -> load.answers().size() >= ANSWERS_AT_LEAST);
                answers = load.end();
            }
            assertThat(answers)
                    .hasSizeGreaterThanOrEqualTo(ANSWERS_AT_LEAST)
                    .contains(before, after)
                    .allSatisfy(answer -> assertThat(answer).isIn(before, after));
        }
    }

    private static void awaitBoth(PackagedService one, PackagedService other, String key, Answer answer) {
        await().atMost(WITHIN).until(() -> List.of(ask(one, key), ask(other, key)), List.of(answer, answer)::equals);
    }

    private static void step(PackagedService node, String path, String key, String words) {
        HttpResponse<String> answer = node.post(path, key, "{%s\"reason\":\"已核对\"}".formatted(words));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private static Answer ask(PackagedService node, String key) {
        HttpResponse<String> answer = node.post("/v1/decisions", key, """
                {"subject":{"type":"ORGANISATION","scheme":"USCC","identifier":"%s"},
                 "matter":"CUSTOMS_CLEARANCE","region":"420100","purpose":"通关","caseNumber":"测试-1"}""".formatted(DEBTOR));
        if (answer.statusCode() != 201) {
            return new Answer(answer.statusCode(), answer.body(), List.of());
        }
        JsonPath read = JsonPath.from(answer.body());
        return new Answer(201, read.getString("release.contentHash"), read.getList("measures.source.rowCode"));
    }

    private String key(String department, String roles) {
        return PackagedService.command(
                        folder,
                        environment,
                        "keys",
                        "create",
                        "--department",
                        department,
                        "--roles",
                        roles,
                        "--label",
                        "two nodes")
                .awaitLine("key=");
    }
}
