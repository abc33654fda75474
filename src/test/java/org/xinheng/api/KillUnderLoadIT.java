package org.xinheng.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xinheng.testing.ChildJvm;
import org.xinheng.testing.Fixtures;
import org.xinheng.testing.PackagedService;
import org.xinheng.testing.WebhookReceiver;

/**
 * {@code kill -9} under load (S1, A1, S3): writers post listings and decisions, the service is killed after a random
 * number of answers, and whatever was acknowledged is there after the restart, with the same bytes. What was on its way
 * is sent again under its key and has one effect. A batch that was being kept is kept whole by the next service, once;
 * a webhook is sent every task, the same one under its same number and id, those of a subject in their order. Each kill
 * falls while a webhook has a task in its hands, and those of a batch while it is being kept: both are counted.
 */
class KillUnderLoadIT {
    private static final long SEED = 20_261_124L;
    private static final int ROUNDS = Integer.getInteger("xinheng.kill.rounds", 2);

    /** A kill that comes when the batch has just been kept proves nothing of it, and is made again. */
    private static final int ROUNDS_MAX = ROUNDS + 5;

    private static final int WRITERS = 4;
    private static final int ROWS = 500;

    /** What a batch is at when the service is killed: its rows are being written, or its entry of the log. */
    private static final List<String> STAGES = List.of("KEEPING", "SEALING");

    private static final String HEADING =
            "listKind,subject.type,subject.scheme,subject.identifier,subject.name,gravity,"
                    + "designation.documentType,designation.documentNumber,designation.documentDate,designation.issuedBy,"
                    + "designation.ground,designation.facts,designation.legalBases,designation.priorNoticeOn,"
                    + "designation.measuresReminded,designation.removalConditions,designation.remedies,listedOn,expiresOn,"
                    + "decidedTerm.from,decidedTerm.to,region\n";

    @TempDir
    Path folder;

    /** A file that is worked on while the service is killed, and where its report will be. */
    private record Batch(String file, List<String> subjects, String at) {}

    /** A kill: its moment, what the batch was at, and a webhook with the task that it had been sent and not answered. */
    private record Killed(Instant at, Batch batch, @Nullable String stage, WebhookReceiver holder, String held) {}

    /** A request that was sent, and its answer if one came. */
    private record Sent(String path, String idempotencyKey, String body, String answer) {}

    @Test
    void every_acknowledged_decision_and_listing_is_there_with_the_same_bytes() throws Exception {
        Map<String, String> environment = Map.of("XINHENG_DEMONSTRATION", "false");
        SplittableRandom chance = new SplittableRandom(SEED);
        List<Sent> acknowledged = new ArrayList<>();
        PackagedService service = PackagedService.start(folder, environment);
        List<Killed> kills = new ArrayList<>();
        try (WebhookReceiver receiver = new WebhookReceiver()) {
            String key = made("IMPLEMENTING_AGENCY,INITIATING_DEPARTMENT");
            keptWebhook(service, key, receiver);
            String toEnd = null;
            List<String> stages = new ArrayList<>(STAGES);
            while (kills.size() < ROUNDS || (!stages.isEmpty() && kills.size() < ROUNDS_MAX)) {
                if (toEnd != null) {
                    remove(service, key, toEnd);
                }
                toEnd = entered(service, key);
                Queue<Sent> answered = new ConcurrentLinkedQueue<>();
                Queue<Sent> unanswered = new ConcurrentLinkedQueue<>();
                String stage = stages.isEmpty() ? STAGES.get(0) : stages.get(0);
                Killed killed = killedUnderLoad(service, key, 1 + chance.nextInt(150), stage, answered, unanswered);
                killed.holder().behave(task -> WebhookReceiver.Behaviour.TAKES);
                service = PackagedService.start(folder, environment);
                acknowledged.addAll(answered);
                kills.add(killed);

                for (Sent sent : acknowledged) {
                    assertKept(service, key, sent);
                }
                for (Sent sent : unanswered) {
                    assertOneEffect(service, key, sent);
                }
                Instant keptAt = assertKeptWholeAndOnce(service, key, killed.batch());
                if (stage.equals(killed.stage()) && keptAt.isAfter(killed.at())) {
                    stages.remove(stage);
                }
            }
            assertThat(stages).as("no kill fell while a batch was at this").isEmpty();
            List<Batch> batches = kills.stream().map(Killed::batch).toList();
            assertEachIsListedOnce(service, key, batches);
            assertEveryTaskWasBroughtInOrder(service, key, receiver);
            kills.forEach(KillUnderLoadIT::assertBroughtAgain);
            assertThat(acknowledged).as("seed %d", SEED).hasSizeGreaterThan(ROUNDS);
            assertTheLogIsWhole(acknowledged);
        } finally {
            service.close();
            kills.forEach(killed -> killed.holder().close());
        }
    }

    private static void keptWebhook(PackagedService service, String key, WebhookReceiver receiver) {
        assertThat(service.post("/v1/webhooks", key, "{\"url\":\"" + receiver.url() + "\"}")
                        .statusCode())
                .isEqualTo(201);
    }

    /** What a webhook had not answered when the service was killed comes again, the same. */
    private static void assertBroughtAgain(Killed killed) {
        await().atMost(Duration.ofMinutes(3))
                .untilAsserted(() -> assertThat(killed.holder().all()).anySatisfy(each -> {
                    assertThat(each.answered()).isEqualTo(WebhookReceiver.Behaviour.TAKES);
                    assertThat(each.task().getString("id")).isEqualTo(killed.held());
                }));
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

    private static Killed killedUnderLoad(
            PackagedService service,
            String key,
            int answersBefore,
            String stage,
            Queue<Sent> answered,
            Queue<Sent> unanswered)
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
            WebhookReceiver holder = new WebhookReceiver();
            holder.behave(task -> WebhookReceiver.Behaviour.HANGS);
            keptWebhook(service, key, holder);
            await().atMost(Duration.ofMinutes(2)).until(() -> !holder.all().isEmpty());
            Batch batch = submit(service, key);
            AtomicReference<String> seen = new AtomicReference<>();
            await().atMost(Duration.ofMinutes(2))
                    .pollInterval(Duration.ofMillis(1))
                    .until(() -> {
                        seen.set(stageOf(service, key, batch));
                        return seen.get() == null || seen.get().equals(stage);
                    });
            Instant at = Instant.now();
            service.kill();
            killed.set(true);
            for (Future<?> each : running) {
                each.get();
            }
            List<WebhookReceiver.Received> sent = holder.all();
            return new Killed(
                    at,
                    batch,
                    seen.get(),
                    holder,
                    sent.get(sent.size() - 1).task().getString("id"));
        } finally {
            writers.shutdownNow();
        }
    }

    /** What the work on a batch is at, null where it is kept already. */
    private static @Nullable String stageOf(PackagedService service, String key, Batch batch) {
        HttpResponse<String> report = service.get(batch.at(), key);
        return report.statusCode() == 200 ? null : JsonPath.from(report.body()).getString("stage");
    }

    private static Batch submit(PackagedService service, String key) throws IOException {
        List<String> subjects =
                Stream.generate(Fixtures::organisation).limit(ROWS).toList();
        String from = Fixtures.today().minusMonths(1).toString();
        String to = Fixtures.today().plusMonths(6).toString();
        String notice = Fixtures.today().minusMonths(2).toString();
        String file = HEADING
                + subjects.stream()
                        .map(subject -> "ZFCG,ORGANISATION,USCC," + subject
                                + ",示范公司,SERIOUS,ADMINISTRATIVE_PENALTY_DECISION,示范罚2号," + from
                                + ",武汉市财政局,ZFCG-2,示范事实,ZFCGF-77," + notice + ",true,期限届满,行政复议," + from + "," + to
                                + "," + from + "," + to + ",420100\n")
                        .collect(Collectors.joining());
        HttpResponse<String> answer = PackagedService.send(
                feed(service, key, file).header("Prefer", "respond-async").build());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return new Batch(file, subjects, answer.headers().firstValue("Location").orElseThrow());
    }

    private static HttpRequest.Builder feed(PackagedService service, String key, String file) {
        return service.request("/v1/listing-batches", key)
                .header("Content-Type", "text/csv")
                .POST(HttpRequest.BodyPublishers.ofString(file));
    }

    /**
     * The next service keeps what the killed one had begun; the same file again is the same batch.
     *
     * @return when the work began by which it was kept
     */
    private static Instant assertKeptWholeAndOnce(PackagedService service, String key, Batch batch) throws IOException {
        await().atMost(Duration.ofMinutes(2))
                .until(() -> service.get(batch.at(), key).statusCode() == 200);
        JsonPath report = JsonPath.from(service.get(batch.at(), key).body());
        assertThat(report.getString("outcome")).isEqualTo("ACCEPTED");
        assertThat(report.getInt("entered")).isEqualTo(ROWS);
        HttpResponse<String> again =
                PackagedService.send(feed(service, key, batch.file()).build());
        assertThat(again.statusCode()).as(again.body()).isEqualTo(201);
        assertThat(again.headers().firstValue("Location")).contains(batch.at());
        return Instant.parse(report.getString("recordedAt"));
    }

    private static void assertEachIsListedOnce(PackagedService service, String key, List<Batch> batches) {
        List<String> listed = new ArrayList<>();
        String at = "/v1/listings?listKind=ZFCG&size=200";
        for (String next = at; next != null; ) {
            JsonPath page = JsonPath.from(service.get(next, key).body());
            listed.addAll(page.getList("items.subject.identifier", String.class));
            next = page.getString("next") == null ? null : at + "&after=" + page.getString("next");
        }
        for (Batch batch : batches) {
            Set<String> subjects = Set.copyOf(batch.subjects());
            assertThat(listed.stream().filter(subjects::contains))
                    .containsExactlyInAnyOrderElementsOf(batch.subjects());
        }
    }

    private static void assertEveryTaskWasBroughtInOrder(
            PackagedService service, String key, WebhookReceiver receiver) {
        Map<String, String> made = new LinkedHashMap<>();
        String after = "0";
        for (boolean more = true; more; ) {
            JsonPath page = JsonPath.from(
                    service.get("/v1/tasks?size=200&after=" + after, key).body());
            List<String> ids = page.getList("items.id", String.class);
            List<String> numbers = page.getList("items.number", String.class);
            for (int i = 0; i < ids.size(); i++) {
                made.put(numbers.get(i), ids.get(i));
            }
            after = page.getString("next");
            more = page.getBoolean("more");
        }
        assertThat(made).hasSizeGreaterThan(2 * ROWS);
        Map<String, String> brought = new LinkedHashMap<>();
        Map<String, List<Long>> bySubject = new HashMap<>();
        AtomicInteger seen = new AtomicInteger();
        await().atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> {
                    List<WebhookReceiver.Received> received = receiver.all();
                    for (WebhookReceiver.Received each : received.subList(seen.get(), received.size())) {
                        JsonPath task = each.task();
                        String id = task.getString("id");
                        String before = brought.putIfAbsent(task.getString("number"), id);
                        assertThat(before).isIn(null, id);
                        if (before == null) {
                            bySubject
                                    .computeIfAbsent(task.getString("listing"), listing -> new ArrayList<>())
                                    .add(Long.valueOf(task.getString("number")));
                        }
                    }
                    seen.set(received.size());
                    return brought.size() >= made.size();
                });
        assertThat(brought).containsAllEntriesOf(made);
        assertThat(bySubject.values()).allSatisfy(numbers -> assertThat(numbers).isSorted());
        assertThat(bySubject.values()).anySatisfy(numbers -> assertThat(numbers).hasSizeGreaterThan(1));
    }

    private static String entered(PackagedService service, String key) {
        var today = Fixtures.today();
        HttpResponse<String> answer = service.post(
                "/v1/listings",
                key,
                Fixtures.procurementBan(Fixtures.organisation(), today.minusMonths(1), today.plusMonths(6)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return JsonPath.from(answer.body()).getString("id");
    }

    private static void remove(PackagedService service, String key, String listing) {
        HttpResponse<String> answer =
                service.post("/v1/listings/" + listing + "/removal", key, """
                {"removedOn":"%s","reason":"列入有误","documentNumber":"更正1号","correction":true}""".formatted(Fixtures.today()));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
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
