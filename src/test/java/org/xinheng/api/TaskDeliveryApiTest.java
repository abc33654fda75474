package org.xinheng.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xinheng.caller.Role;
import org.xinheng.testing.Api;
import org.xinheng.testing.ClockToSet;
import org.xinheng.testing.DailyWork;
import org.xinheng.testing.Fixtures;
import org.xinheng.testing.Keys;
import org.xinheng.testing.PostgresResource;
import org.xinheng.testing.SettableClock;
import org.xinheng.testing.TestDatabase;
import org.xinheng.testing.WebhookReceiver;
import org.xinheng.testing.WebhookReceiver.Behaviour;

/** Tasks come to agencies by themselves: as server-sent events, and to signed webhooks. */
@QuarkusTest
@TestProfile(ClockToSet.class)
@QuarkusTestResource(PostgresResource.class)
class TaskDeliveryApiTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-11-24");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    Keys keys;

    @Inject
    SettableClock clock;

    @Inject
    TestDatabase database;

    @TestHTTPResource("/")
    URI service;

    private String finance;
    private String trading;
    private String operator;

    @BeforeEach
    void aDayAndItsCallers() {
        clock.set(TODAY.atTime(10, 0).atZone(clock.getZone()).toInstant());
        finance = keys.of("WH-CZJ", Role.IMPLEMENTING_AGENCY, Role.INITIATING_DEPARTMENT);
        trading = keys.of("WH-GGZY", Role.IMPLEMENTING_AGENCY);
        operator = keys.of("WH-XYB", Role.OPERATOR);
    }

    /** One event of a stream. */
    private record Event(String id, String name, String data) {}

    @Test
    void a_stream_brings_each_task_with_its_number_and_goes_on_after_the_last_one_received() throws Exception {
        String before = lastNumber();
        String first = ban(Fixtures.organisation());
        Event event = firstEvents(stream("?after=" + before, null), first, 1).get(0);
        JsonPath task = JsonPath.from(event.data());
        assertThat(event.name()).isEqualTo("task");
        assertThat(event.id()).isEqualTo(task.getString("number"));
        assertThat(task.getString("agency")).isEqualTo("WH-GGZY");
        assertThat(task.getString("cause")).isEqualTo("ENTERED");
        Api.with(trading)
                .get("/v1/tasks/" + task.getString("id"))
                .then()
                .statusCode(200)
                .body("number", equalTo(event.id()));

        String second = ban(Fixtures.organisation());
        revoke(second);
        List<Event> later = firstEvents(stream("?after=" + before, event.id()), second, 2);
        assertThat(later.stream().map(each -> JsonPath.from(each.data()).getString("cause")))
                .containsExactly("ENTERED", "REVOKED");
        assertThat(later).noneMatch(each -> each.id().equals(event.id()));
    }

    @Test
    void a_stream_goes_on_behind_the_first_hundred_tasks() throws Exception {
        String before = lastNumber();
        String last = "";
        for (int i = 0; i < 150; i++) {
            last = ban(Fixtures.organisation());
        }
        DailyWork.tasksMade(finance, last);
        List<Event> events = firstEvents(stream("?after=" + before, null), "", 150);
        assertThat(events).hasSize(150).extracting(Event::id).doesNotHaveDuplicates();
        assertThat(events.get(149).data()).contains(last);
    }

    @Test
    void a_stream_that_is_asked_for_wrongly_is_refused_as_a_problem() throws Exception {
        HttpResponse<?> refused = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(service.resolve("/v1/tasks/stream"))
                                .header("Authorization", "Bearer " + trading)
                                .header("Last-Event-ID", "none")
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat((String) refused.body()).contains("PARAMETER_INVALID").contains("header:Last-Event-ID");
    }

    @Test
    void a_webhook_is_sent_each_task_once_signed_over_time_and_body() {
        try (WebhookReceiver receiver = new WebhookReceiver()) {
            JsonPath made = webhook(trading, receiver.url())
                    .statusCode(201)
                    .body("secret", startsWith("whs_"))
                    .extract()
                    .jsonPath();
            String listing = ban(Fixtures.organisation());
            revoke(listing);
            await().atMost(PATIENCE).until(() -> receiver.taken(listing).size() == 2);
            assertThat(receiver.taken(listing)).containsExactly("ENTERED", "REVOKED");
            WebhookReceiver.Received received = receiver.of(listing).get(0);
            assertThat(received.headers())
                    .containsEntry(
                            "Xinheng-signature",
                            signedByHand(
                                    made.getString("secret"),
                                    received.headers().get("Xinheng-timestamp"),
                                    received.body()))
                    .containsEntry("Xinheng-webhook", made.getString("id"));

            Api.with(trading)
                    .get("/v1/webhooks/" + made.getString("id"))
                    .then()
                    .statusCode(200)
                    .body("secret", nullValue())
                    .body("waiting", equalTo(0));
            Api.with(keys.of("YC-GGZY", Role.IMPLEMENTING_AGENCY))
                    .get("/v1/webhooks/" + made.getString("id"))
                    .then()
                    .statusCode(404)
                    .body("code", equalTo("WEBHOOK_NOT_FOUND"));
            end(trading, made.getString("id"));
        }
    }

    @Test
    void one_that_fails_or_hangs_for_an_hour_holds_up_neither_others_nor_the_order_of_its_subject() {
        String agent = keys.of("WH-DLJG", Role.IMPLEMENTING_AGENCY);
        try (WebhookReceiver troubled = new WebhookReceiver();
                WebhookReceiver sound = new WebhookReceiver()) {
            String stuck = Fixtures.organisation();
            troubled.behave(
                    task -> stuck.equals(task.getString("subject.identifier")) ? Behaviour.HANGS : Behaviour.TAKES);
            String hook = webhook(trading, troubled.url()).extract().path("id");
            String other = webhook(agent, sound.url()).extract().path("id");
            String listing = ban(stuck);
            String free = ban(Fixtures.organisation());
            await().atMost(PATIENCE).until(() -> troubled.taken(free).size() == 1);
            revoke(listing);
            await().atMost(PATIENCE).until(() -> sound.taken(listing).size() == 2);
            assertThat(troubled.taken(listing)).isEmpty();
            await().atMost(PATIENCE).until(() -> waiting(trading, hook) == 2);
            assertThat(troubled.of(listing))
                    .as("what comes later of the same subject is not even tried")
                    .allMatch(each -> each.task().getString("cause").equals("ENTERED"));

            troubled.behave(task -> Behaviour.FAILS);
            int before = troubled.of(listing).size();
            asTimeGoesOn(() -> troubled.of(listing).size() > before);
            troubled.behave(task -> Behaviour.TAKES);
            asTimeGoesOn(() -> troubled.taken(listing).size() == 2);
            assertThat(troubled.taken(listing)).containsExactly("ENTERED", "REVOKED");
            assertThat(troubled.of(listing).stream()
                            .filter(each -> each.task().getString("cause").equals("ENTERED"))
                            .map(each -> each.task().getString("id"))
                            .distinct())
                    .as("sent again, it is the same task")
                    .hasSize(1);
            end(trading, hook);
            end(agent, other);
        }
    }

    @Test
    void what_is_given_up_is_a_dead_letter_until_the_operator_sends_it_again() {
        try (WebhookReceiver receiver = new WebhookReceiver()) {
            String hook = webhook(trading, receiver.url()).extract().path("id");
            receiver.behave(task -> Behaviour.FAILS);
            String listing = ban(Fixtures.organisation());
            asTimeGoesOn(() -> deadLetters(hook).getList("items").size() == 1);
            assertThat(receiver.of(listing)).hasSize(4);
            assertThat(deadLetters(hook).getString("items[0].error")).isEqualTo("HTTP 500");
            assertThat(deadLetters(hook).getInt("items[0].attempts")).isEqualTo(4);
            revoke(listing);
            await().atMost(PATIENCE).until(() -> waiting(trading, hook) == 1);

            receiver.behave(task -> Behaviour.TAKES);
            Api.sending(trading, "{\"reason\":\"已恢复\"}")
                    .post("/v1/webhooks/" + hook + "/replay")
                    .then()
                    .statusCode(403);
            replay(hook, "{\"reason\":\"已恢复\"}");
            await().atMost(PATIENCE).until(() -> receiver.taken(listing).size() == 2);
            assertThat(receiver.taken(listing)).containsExactly("ENTERED", "REVOKED");

            String number = receiver.of(listing).get(0).task().getString("number");
            replay(hook, "{\"from\":\"%s\",\"reason\":\"对方丢失数据\"}".formatted(number));
            await().atMost(PATIENCE).until(() -> receiver.taken(listing).size() == 4);
            assertThat(receiver.taken(listing)).containsExactly("ENTERED", "REVOKED", "ENTERED", "REVOKED");
            end(trading, hook);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://192.0.2.10/tasks",
                "https://10.1.2.3/tasks",
                "https://169.254.169.254/latest/meta-data",
                "https://[fd00::1]/tasks",
                "https://[::]/tasks",
                "ftp://127.0.0.1/tasks",
                "https://user:word@192.0.2.10/tasks",
                "file:///etc/passwd",
                "not an address"
            })
    void an_address_that_leads_inside_or_goes_in_the_clear_is_refused(String url) {
        webhook(trading, url)
                .statusCode(422)
                .body("code", equalTo("WEBHOOK_ADDRESS"))
                .body("errors[0].pointer", equalTo("/url"));
    }

    @Test
    void a_revoked_webhook_is_sent_nothing_more_and_the_operator_sees_all() {
        try (WebhookReceiver ended = new WebhookReceiver();
                WebhookReceiver goesOn = new WebhookReceiver()) {
            String hook = webhook(trading, ended.url()).extract().path("id");
            end(trading, hook);
            String other = webhook(trading, goesOn.url()).extract().path("id");
            String listing = ban(Fixtures.organisation());
            await().atMost(PATIENCE).until(() -> goesOn.taken(listing).size() == 1);
            assertThat(ended.of(listing)).isEmpty();
            Api.with(operator)
                    .get("/v1/webhooks")
                    .then()
                    .statusCode(200)
                    .body("items.id", hasItem(hook))
                    .body("items.secret", everyItem(nullValue()));
            Api.with(keys.of("YC-GGZY", Role.IMPLEMENTING_AGENCY))
                    .get("/v1/webhooks")
                    .then()
                    .statusCode(200)
                    .body("items", hasSize(0));
            end(trading, other);
        }
    }

    @Test
    void an_agency_keeps_ten_webhooks_at_most() {
        String housing = keys.of("YC-CZJ", Role.IMPLEMENTING_AGENCY);
        try (WebhookReceiver receiver = new WebhookReceiver()) {
            List<String> hooks = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                hooks.add(webhook(housing, receiver.url())
                        .statusCode(201)
                        .extract()
                        .path("id"));
            }
            webhook(housing, receiver.url()).statusCode(409).body("code", equalTo("WEBHOOK_LIMIT"));
            hooks.forEach(hook -> end(housing, hook));
            String again =
                    webhook(housing, receiver.url()).statusCode(201).extract().path("id");
            end(housing, again);
        }
    }

    @Test
    void a_webhook_is_on_record_when_it_is_made_replayed_and_ended_once() {
        try (WebhookReceiver receiver = new WebhookReceiver()) {
            String hook = webhook(trading, receiver.url()).extract().path("id");
            replay(hook, "{\"reason\":\"核对\"}");
            end(trading, hook);
            assertThat(database.column(
                            "select kind || ' ' || department from audit_entry where reference = ? order by number",
                            hook))
                    .containsExactly("WEBHOOK_MADE WH-GGZY", "WEBHOOK_REPLAYED WH-XYB", "WEBHOOK_REVOKED WH-GGZY");
        }
    }

    /** Waits while the clock runs ten minutes at a time. */
    private void asTimeGoesOn(Callable<Boolean> condition) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(300)).until(() -> {
            clock.set(clock.instant().plus(Duration.ofMinutes(10)));
            return condition.call();
        });
    }

    private String ban(String company) {
        LocalDate from = TODAY.minusMonths(2);
        return DailyWork.entered(
                finance,
                Fixtures.procurementBan(company, from, from.plusYears(2).minusDays(1)));
    }

    private void revoke(String listing) {
        DailyWork.tasksMade(finance, listing);
        DailyWork.happened(finance, listing, "REVOKED", TODAY);
    }

    /** As the contract writes it, and not as the service does it. */
    private static String signedByHand(String secret, String timestamp, String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return "v1="
                    + HexFormat.of().formatHex(mac.doFinal((timestamp + "." + body).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private String lastNumber() {
        String after = "0";
        while (true) {
            JsonPath page = Api.with(trading)
                    .get("/v1/tasks?size=200&after=" + after)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            after = page.getString("next");
            if (!page.getBoolean("more")) {
                return after;
            }
        }
    }

    private static ValidatableResponse webhook(String key, String url) {
        return Api.sending(key, "{\"url\":\"" + url + "\"}")
                .post("/v1/webhooks")
                .then();
    }

    private static void end(String key, String hook) {
        for (int again = 0; again < 2; again++) {
            Api.with(key)
                    .post("/v1/webhooks/" + hook + "/revocation")
                    .then()
                    .statusCode(200)
                    .body("revoked", equalTo(true));
        }
    }

    private void replay(String hook, String body) {
        Api.sending(operator, body)
                .post("/v1/webhooks/" + hook + "/replay")
                .then()
                .statusCode(200);
    }

    private static int waiting(String key, String hook) {
        return Api.with(key)
                .get("/v1/webhooks/" + hook)
                .then()
                .statusCode(200)
                .extract()
                .path("waiting");
    }

    private JsonPath deadLetters(String hook) {
        return Api.with(operator)
                .get("/v1/webhooks/" + hook + "/dead-letters")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private BufferedReader stream(String query, String lastEventId) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(service.resolve("/v1/tasks/stream" + query))
                .header("Authorization", "Bearer " + trading)
                .header("Accept", "text/event-stream")
                .timeout(PATIENCE);
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        var answer = HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/event-stream");
        return new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
    }

    /** The first events about a listing, and then the connection is cut. */
    private static List<Event> firstEvents(BufferedReader stream, String listing, int count) throws IOException {
        List<Event> events = new ArrayList<>();
        try (stream) {
            String id = "";
            String name = "";
            Instant end = Instant.now().plus(PATIENCE);
            while (events.size() < count && Instant.now().isBefore(end)) {
                String line = stream.readLine();
                if (line.startsWith("id:")) {
                    id = line.substring(3).strip();
                } else if (line.startsWith("event:")) {
                    name = line.substring(6).strip();
                } else if (line.startsWith("data:") && line.contains(listing)) {
                    events.add(new Event(id, name, line.substring(5)));
                }
            }
        }
        return events;
    }
}
