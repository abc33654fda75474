package org.xinheng.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinheng.testing.ChildJvm;
import org.xinheng.testing.Fixtures;
import org.xinheng.testing.PackagedService;
import org.xinheng.testing.ReleaseBooks;

/** Setting up with the packaged jar, as the README and the operations page tell it. */
class SettingUpIT {
    private static final String PROCUREMENT = "memoranda/government-procurement.xlsx";

    /** The request of the README. */
    static final String QUESTION = """
            {"subject":{"type":"ORGANISATION","scheme":"USCC","identifier":"91420100XE5X00019Q"},
             "matter":"GOVERNMENT_PROCUREMENT_QUALIFICATION","region":"420100",
             "purpose":"供应商资格审查","caseNumber":"WH-2026-0815"}""";

    @TempDir
    Path folder;

    @Test
    void the_first_start_decides_at_once_whatever_the_locale_zone_and_path_and_a_killed_one_keeps_everything()
            throws Exception {
        // Turkish has another i, New York another day
        Path home = Files.createDirectories(folder.resolve("信衡 服务"));
        Map<String, String> environment = Map.of("LC_ALL", "C.UTF-8");
        String decision;
        try (PackagedService service = PackagedService.start(
                home, environment, "-Duser.language=tr", "-Duser.country=TR", "-Duser.timezone=America/New_York")) {
            assertThat(service.child().awaitLine("Xinheng (信衡) answers at ")).contains("to this machine only");
            assertASecondOneOnItsPortIsRefusedBeforeItsDatabase(service.port());
            HttpResponse<String> answer = service.post("/v1/decisions", "demo-procurement", QUESTION);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
            JsonPath read = JsonPath.from(answer.body());
            assertThat(read.getString("outcome")).isEqualTo("PROHIBIT");
            assertThat(read.getList("measures[0].legalBases.code", String.class))
                    .contains("ZFCGF-77");
            assertThat(read.getString("prompt")).contains("政府采购法");
            assertThat(home.resolve("data").resolve("keys.properties")).exists();
            decision = answer.body();
            service.kill();
        }
        try (PackagedService service =
                PackagedService.start(home, environment, "-Duser.language=zh", "-Duser.country=CN")) {
            String id = JsonPath.from(decision).getString("id");
            assertThat(service.get("/v1/decisions/" + id, "demo-procurement").body())
                    .isEqualTo(decision);
            assertThat(service.get("/v1/listings?size=1", "demo-auditor").body())
                    .contains("\"knownAt\":");
            assertThat(service.child().output()).doesNotContain("demonstration made");
            assertReplayedAlikeAfterAReleaseChange(service, home);
        }
    }

    private void assertASecondOneOnItsPortIsRefusedBeforeItsDatabase(int port) throws IOException {
        Path home = Files.createDirectories(folder.resolve("second"));
        ChildJvm second = PackagedService.command(home, Map.of("QUARKUS_HTTP_PORT", Integer.toString(port)));
        assertThat(second.process().exitValue()).isEqualTo(1);
        assertThat(second.errors().strip())
                .contains("端口 `" + port + "`", "port `" + port + "`")
                .hasLineCount(1);
        assertThat(home).isEmptyDirectory();
    }

    /** Issue 5: the command in a JVM of its own, beside the service; under today's law the renamed row is a difference. */
    private static void assertReplayedAlikeAfterAReleaseChange(PackagedService service, Path home) {
        String id = service.submit(
                "demo-editor", PROCUREMENT, ReleaseBooks.renamedRow(PROCUREMENT, "ZFCG-001", "ZFCG-801"));
        String release = "/v1/releases/" + id;
        org.awaitility.Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .until(() -> !service.get(release, "demo-editor").body().contains("\"CHECKING\""));
        HttpResponse<String> asked = service.post(release + "/impact", "demo-editor", "{}");
        assertThat(asked.statusCode()).as(asked.body()).isEqualTo(202);
        org.awaitility.Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .until(() ->
                        service.get(release + "/impact", "demo-editor").body().contains("\"DONE\""));
        HttpResponse<String> approved = service.post(
                release + "/approval",
                "demo-approver",
                "{\"effectiveFrom\":\"%s\",\"reason\":\"已核对\"}".formatted(Fixtures.today()));
        assertThat(approved.statusCode()).as(approved.body()).isEqualTo(200);
        JsonPath now = JsonPath.from(
                service.post("/v1/decisions", "demo-procurement", QUESTION).body());
        assertThat(now.getString("release.id")).isEqualTo(id);
        assertThat(now.getList("measures.source.rowCode")).contains("ZFCG-801").doesNotContain("ZFCG-001");

        ChildJvm then = replayed(home, "THEN");
        assertThat(then.process().exitValue()).as(then.output()).isZero();
        assertThat(then.output().lines()).contains("DIFFERENT\t0", "FAILED\t0", "PERSONAL_DATA_ERASED\t0");
        int decisions = Integer.parseInt(then.awaitLine("decisions\t"));
        assertThat(decisions).as("the demonstration and two more").isGreaterThan(100);
        assertThat(then.awaitLine("SAME\t")).isEqualTo(Integer.toString(decisions));

        ChildJvm today = replayed(home, "TODAY");
        assertThat(today.process().exitValue()).as(today.output()).isEqualTo(1);
        assertThat(today.awaitLine("  by RELEASE\t")).isNotEqualTo("0");
    }

    private static ChildJvm replayed(Path home, String under) {
        return PackagedService.command(
                home,
                Map.of("LC_ALL", "C.UTF-8"),
                "replay",
                "--from",
                Fixtures.today().minusDays(1).toString(),
                "--to",
                Fixtures.today().toString(),
                "--under",
                under);
    }

    @Test
    void a_path_that_the_locale_cannot_write_is_refused_with_the_way_out() throws Exception {
        Path home = Files.createDirectories(folder.resolve("信衡"));

        ChildJvm refused = PackagedService.command(home, Map.of("LC_ALL", "POSIX"), "keys", "list");

        assertThat(refused.process().exitValue()).isEqualTo(1);
        assertThat(refused.errors()).contains("`LC_ALL=C.UTF-8`").doesNotContain("\tat ");
    }
}
