package org.xinheng.testing;

import static org.awaitility.Awaitility.await;

import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What departments do every day, over HTTP, and nothing goes wrong. */
public final class DailyWork {
    private DailyWork() {}

    /** Enters on a list; answers the id of the entry. */
    public static String entered(String key, String body) {
        return Api.sending(key, body)
                .post("/v1/listings")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** An event in the life of an entry, by its document. */
    public static void happened(String key, String listing, String type, LocalDate day) {
        Api.sending(key, """
                        {"type":"%s","effectiveOn":"%s","reason":"依文书","documentNumber":"文1号"}""".formatted(type, day))
                .post("/v1/listings/" + listing + "/events")
                .then()
                .statusCode(201);
    }

    /** Objects to an entry; answers the id of the objection. */
    public static String objected(String key, String listing, String statement) {
        return Api.sending(key, "{\"statement\":\"%s\"}".formatted(statement))
                .post("/v1/listings/" + listing + "/objections")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** Answers an objection. */
    public static void answered(String key, String objection, String outcome, String reasons) {
        Api.sending(key, """
                        {"outcome":"%s","reasons":"%s","documentNumber":"异复1号"}""".formatted(outcome, reasons))
                .post("/v1/objections/" + objection + "/answer")
                .then()
                .statusCode(201);
    }

    /** Applies to restore an entry; answers the id of the application. */
    public static String applied(String key, String listing, LocalDate performedOn, String promise) {
        return Api.sending(key, """
                        {"performedOn":"%s","promise":"%s","documents":["履行完毕证明"]}""".formatted(performedOn, promise))
                .post("/v1/listings/" + listing + "/restorations")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** Decides an application. */
    public static void ruled(String key, String restoration, boolean granted, String reason) {
        Api.sending(key, """
                        {"granted":%s,"reason":"%s","documentNumber":"修1号"}""".formatted(granted, reason))
                .post("/v1/restorations/" + restoration + "/decision")
                .then()
                .statusCode(201);
    }

    /** Asks what applies; answers the decision. */
    public static JsonPath decided(String key, String question) {
        return Api.sending(key, question)
                .post("/v1/decisions")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    /**
     * Reports the same about every measure of a decision.
     *
     * @param more further fields of each line, JSON
     */
    public static void fedBack(String key, JsonPath decision, String result, String more) {
        String lines = IntStream.range(0, decision.getList("measures").size())
                .mapToObj(i -> """
                        {"measure":"%s","listing":"%s","result":"%s",%s}""".formatted(
                                decision.getString("measures[" + i + "].measure"),
                                decision.getString("measures[" + i + "].listing.id"),
                                result,
                                more))
                .collect(Collectors.joining(","));
        Api.sending(key, "{\"lines\":[" + lines + "]}")
                .post("/v1/decisions/" + decision.getString("id") + "/feedback")
                .then()
                .statusCode(201);
    }

    /** The lines of a report that says the same of every line of a task. */
    public static String linesOf(Map<String, Object> task, String result) {
        return ((List<?>) task.get("lines"))
                .stream()
                        .map(line -> (Map<?, ?>) line)
                        .map(line -> "{\"measure\":\"%s\",\"rowCode\":\"%s\",\"role\":\"%s\",\"result\":\"%s\"}"
                                .formatted(line.get("measure"), line.get("rowCode"), line.get("role"), result))
                        .collect(Collectors.joining(","));
    }

    /** Waits until the tasks for the last change of an entry have been made. */
    public static void tasksMade(String initiator, String listing) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> Api.with(initiator)
                        .get("/v1/listings/" + listing + "/propagation")
                        .then()
                        .statusCode(200)
                        .extract()
                        .<Boolean>path("made"));
    }
}
