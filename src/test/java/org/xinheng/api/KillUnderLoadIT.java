package org.xinheng.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinheng.testing.ChildJvm;
import org.xinheng.testing.Fixtures;
import org.xinheng.testing.PackagedService;

/**
 * {@code kill -9} under load (S1, A1, S3): writers post listings and decisions, the service is killed after a random
 * number of answers, and whatever was acknowledged is there after the restart, with the same bytes. What was on its way
 * is sent again under its key and has one effect.
 */
class KillUnderLoadIT {
    private static final long SEED = 20_261_124L;
    private static final int ROUNDS = 4;
    private static final int WRITERS = 4;

    @TempDir
    Path folder;

    /** A request that was sent, and its answer if one came. */
    private record Sent(String path, String idempotencyKey, String body, String answer) {}

    @Test
    void every_acknowledged_decision_and_listing_is_there_with_the_same_bytes() throws Exception {
        Map<String, String> environment = Map.of("XINHENG_DEMONSTRATION", "false");
        SplittableRandom chance = new SplittableRandom(SEED);
        List<Sent> acknowledged = new ArrayList<>();
        PackagedService service = PackagedService.start(folder, environment);
        try {
            String key = made("IMPLEMENTING_AGENCY,INITIATING_DEPARTMENT");
            for (int round = 0; round < ROUNDS; round++) {
                Queue<Sent> answered = new ConcurrentLinkedQueue<>();
                Queue<Sent> unanswered = new ConcurrentLinkedQueue<>();
                killedUnderLoad(service, key, 1 + chance.nextInt(150), answered, unanswered);
                service = PackagedService.start(folder, environment);
                acknowledged.addAll(answered);

                for (Sent sent : acknowledged) {
                    assertKept(service, key, sent);
                }
                for (Sent sent : unanswered) {
                    assertOneEffect(service, key, sent);
                }
            }
            assertThat(acknowledged).as("seed %d", SEED).hasSizeGreaterThan(ROUNDS);
            assertTheLogIsWhole(acknowledged);
        } finally {
            service.close();
        }
    }

    private String made(String roles) {
        return PackagedService.command(folder, Map.of(), "keys", "create", "--department", "WH-CZJ", "--roles", roles)
                .awaitLine("key=");
    }

    /** What was in no tree yet when the service was killed has come into it; a JVM of its own verifies all of it. */
    private void assertTheLogIsWhole(List<Sent> acknowledged) {
        await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
            ChildJvm verified = PackagedService.command(folder, Map.of(), "verify");
            assertThat(verified.output()).contains("intact=true", "waiting=0");
            assertThat(verified.process().exitValue()).isZero();
            assertThat(Integer.parseInt(verified.awaitLine("entries="))).isGreaterThanOrEqualTo(acknowledged.size());
        });
    }

    private static void killedUnderLoad(
            PackagedService service, String key, int answersBefore, Queue<Sent> answered, Queue<Sent> unanswered)
            throws Exception {
        AtomicInteger answers = new AtomicInteger();
        AtomicBoolean killed = new AtomicBoolean();
        ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                boolean listing = writer % 2 == 0;
                running.add(writers.submit(() -> {
                    while (!killed.get()) {
                        Sent sent = next(listing);
                        try {
                            HttpResponse<String> answer = PackagedService.send(request(service, key, sent));
                            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
                            answered.add(new Sent(sent.path(), sent.idempotencyKey(), sent.body(), answer.body()));
                            answers.incrementAndGet();
                        } catch (IOException gone) {
                            unanswered.add(sent);
                            return;
                        }
                    }
                }));
            }
            await().atMost(Duration.ofMinutes(2))
                    .pollInterval(Duration.ofMillis(1))
                    .until(() -> answers.get() >= answersBefore);
            service.kill();
            killed.set(true);
            for (Future<?> each : running) {
                each.get();
            }
        } finally {
            writers.shutdownNow();
        }
    }

    private static Sent next(boolean listing) {
        String subject = Fixtures.organisation();
        var today = Fixtures.today();
        return listing
                ? new Sent(
                        "/v1/listings",
                        "kill-" + subject,
                        Fixtures.procurementBan(subject, today.minusMonths(1), today.plusMonths(6)),
                        "")
                : new Sent("/v1/decisions", "kill-" + subject, Fixtures.question(subject), "");
    }

    private static HttpRequest request(PackagedService service, String key, Sent sent) {
        return service.request(sent.path(), key)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", sent.idempotencyKey())
                .POST(HttpRequest.BodyPublishers.ofString(sent.body()))
                .build();
    }

    private static void assertKept(PackagedService service, String key, Sent sent) throws IOException {
        HttpResponse<String> again = PackagedService.send(request(service, key, sent));
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.headers().firstValue("Idempotent-Replay")).contains("true");
        assertThat(again.body()).isEqualTo(sent.answer());
        String id = JsonPath.from(sent.answer()).getString("id");
        HttpResponse<String> read = service.get(sent.path() + "/" + id, key);
        assertThat(read.statusCode()).as(read.body()).isEqualTo(200);
        if (sent.path().equals("/v1/decisions")) {
            assertThat(read.body()).isEqualTo(sent.answer());
        } else {
            assertThat(JsonPath.from(read.body()).getMap(""))
                    .isEqualTo(JsonPath.from(sent.answer()).getMap(""));
        }
    }

    private static void assertOneEffect(PackagedService service, String key, Sent sent) throws IOException {
        HttpResponse<String> answer = PackagedService.send(request(service, key, sent));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        if (sent.path().equals("/v1/listings")) {
            String subject = JsonPath.from(sent.body()).getString("subject.identifier");
            HttpResponse<String> found = service.get("/v1/listings?scheme=USCC&identifier=" + subject, key);
            assertThat(JsonPath.from(found.body()).getList("items.id"))
                    .containsExactly(JsonPath.from(answer.body()).getString("id"));
        }
    }
}
