package org.xinheng.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.path.json.JsonPath;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinheng.testing.PackagedService;
import org.xinheng.testing.ReleaseBooks;

/** Issue 3: the packaged jar checks drafts in a process of its own, whatever becomes of either. */
class ForkedGateIT {
    private static final String CUSTOMS = "memoranda/customs.xlsx";
    private static final Map<String, String> ENVIRONMENT = Map.of("LC_ALL", "C.UTF-8");

    /** What is killed is taken up again when its claim has run out. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private static final Duration OFTEN = Duration.ofMillis(10);

    /** One for all: the first start makes the demonstration, the others find it. */
    @TempDir
    static Path folder;

    @Test
    void a_killed_check_is_begun_again_in_another_process_and_given_up_after_three() {
        try (PackagedService service = PackagedService.start(folder, ENVIRONMENT)) {
            String id = submit(service, "再来");
            ProcessHandle first = awaitCheck(service);
            first.destroyForcibly();
            await().atMost(PATIENCE)
                    .pollInterval(OFTEN)
                    .until(() -> check(service)
                            .filter(second -> second.pid() != first.pid())
                            .isPresent());
            await().atMost(PATIENCE).until(() -> checked(service, id));
            assertThat(findings(service, id).getList("items.code", String.class))
                    .doesNotContain("GATE_FAILED");
            await().atMost(PATIENCE).until(() -> check(service).isEmpty());

            String doomed = submit(service, "放弃");
            Set<Long> killed = new LinkedHashSet<>();
            await().atMost(PATIENCE).pollInterval(OFTEN).until(() -> {
                check(service).ifPresent(check -> {
                    killed.add(check.pid());
                    check.destroyForcibly();
                });
                return checked(service, doomed);
            });
            assertThat(findings(service, doomed).getList("items.code", String.class))
                    .containsExactly("GATE_FAILED");
            assertThat(killed).hasSize(3);
            assertThat(service.get("/q/health/ready", "demo-editor").statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void a_killed_service_leaves_no_check_behind_and_the_next_start_takes_it_up() {
        String id;
        try (PackagedService service = PackagedService.start(folder, ENVIRONMENT)) {
            id = submit(service, "接手");
            ProcessHandle check = awaitCheck(service);
            service.kill();
            await().atMost(PATIENCE).until(() -> !check.isAlive());
        }
        try (PackagedService service = PackagedService.start(folder, ENVIRONMENT)) {
            await().atMost(PATIENCE).until(() -> checked(service, id));
            assertThat(findings(service, id).getList("items.code", String.class))
                    .doesNotContain("GATE_FAILED");
        }
    }

    @Test
    void an_operator_may_keep_it_in_the_service() {
        try (PackagedService service =
                PackagedService.start(folder, Map.of("LC_ALL", "C.UTF-8", "XINHENG_RELEASE_GATE_APART", "false"))) {
            String id = submit(service, "同处");
            await().atMost(PATIENCE).pollInterval(OFTEN).until(() -> {
                assertThat(check(service)).isEmpty();
                return checked(service, id);
            });
        }
    }

    private static String submit(PackagedService service, String word) {
        return service.submit("demo-editor", CUSTOMS, ReleaseBooks.variantOf(CUSTOMS, word));
    }

    private static boolean checked(PackagedService service, String id) {
        return !service.get("/v1/releases/" + id, "demo-editor").body().contains("\"CHECKING\"");
    }

    private static JsonPath findings(PackagedService service, String id) {
        return JsonPath.from(
                service.get("/v1/releases/" + id + "/findings", "demo-editor").body());
    }

    private static ProcessHandle awaitCheck(PackagedService service) {
        return await().atMost(PATIENCE)
                .pollInterval(OFTEN)
                .until(() -> check(service), Optional::isPresent)
                .orElseThrow();
    }

    private static Optional<ProcessHandle> check(PackagedService service) {
        return service.child()
                .process()
                .children()
                .filter(ProcessHandle::isAlive)
                .filter(child -> Stream.of(child.info().arguments().orElse(new String[0]))
                        .anyMatch("gate"::equals))
                .findAny();
    }
}
