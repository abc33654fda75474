package org.xinheng.testing;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.xinheng.caller.Role;

/** Releases on their way through the service under test, by HTTP, and back again. */
public final class DraftsUnderTest {
    private static final String CUSTOMS = "memoranda/customs.xlsx";

    private final String editor;
    private final String approver;
    private final String colleague;
    private final Deque<String> approved = new ArrayDeque<>();

    /** With an editor and two approvers of its own. */
    public DraftsUnderTest(TestKeys keys) {
        editor = keys.key("WH-XYB", Role.EDITOR);
        approver = keys.key("WH-XYB", Role.APPROVER);
        colleague = keys.key("WH-XYB", Role.APPROVER);
    }

    /** A draft of its own content that has passed the gate. */
    public String checked() {
        return checked(
                CUSTOMS, ReleaseBooks.variantOf(CUSTOMS, UUID.randomUUID().toString()));
    }

    /** A draft that has passed the gate. */
    public String checked(String workbook, byte[] bytes) {
        return checked(handedIn(workbook, bytes));
    }

    /** A draft that is meant for a day and has passed the gate. */
    public String checked(String workbook, byte[] bytes, LocalDate meantFor) {
        return checked(handedIn(parcel(workbook, bytes).multiPart("effectiveFrom", meantFor.toString())));
    }

    private String checked(String id) {
        awaitChecked(id);
        asked(editor).get("/v1/releases/{id}", id).then().body("state", equalTo("DRAFT"));
        return id;
    }

    /** A draft on its way to the gate, or one that was there before. */
    public String handedIn(String workbook, byte[] bytes) {
        return handedIn(parcel(workbook, bytes));
    }

    private RequestSpecification parcel(String workbook, byte[] bytes) {
        return asked(editor).multiPart(workbook, workbook.substring(workbook.lastIndexOf('/') + 1), bytes);
    }

    private static String handedIn(RequestSpecification parcel) {
        return parcel.post("/v1/releases")
                .then()
                .statusCode(anyOf(is(202), is(200)))
                .extract()
                .path("id");
    }

    /** Waits until the gate has said what it found. */
    public void awaitChecked(String id) {
        awaitState("/v1/releases/{id}", id, Duration.ofSeconds(120), state -> !state.equals("CHECKING"));
    }

    /** Asks without the checks of the contract, which would take a processor from what is waited for. */
    private void awaitState(String path, String id, Duration longest, Predicate<String> reached) {
        await().atMost(longest)
                .pollInterval(Duration.ofMillis(200))
                .until(() ->
                        reached.test(given().auth().oauth2(editor).get(path, id).path("state")));
    }

    /** Has it approved for a day by two, as what nobody has counted must be. */
    public void approved(String id, LocalDate from) {
        for (String by : List.of(colleague, approver)) {
            approvedBy(by, id, from).statusCode(200);
        }
        approved.push(id);
    }

    /** One approval. */
    public ValidatableResponse approvedBy(String key, String id, LocalDate from) {
        return asked(key)
                .contentType(ContentType.JSON)
                .body("{\"effectiveFrom\":\"%s\",\"reason\":\"已核对\"}".formatted(from))
                .post("/v1/releases/{id}/approval", id)
                .then();
    }

    /** Has its impact counted to the end. */
    public void counted(String id, String question) {
        asked(editor)
                .contentType(ContentType.JSON)
                .body(question)
                .post("/v1/releases/{id}/impact", id)
                .then()
                .statusCode(202);
        awaitState("/v1/releases/{id}/impact", id, Duration.ofMinutes(5), "DONE"::equals);
    }

    /** Has it taken back with what was approved here. */
    public void takeBackLater(String id) {
        approved.push(id);
    }

    /** Leaves it as it is: it was taken back. */
    public void forget(String id) {
        approved.remove(id);
    }

    /** Takes back what was approved, last first. */
    public void takeBackAll() {
        while (!approved.isEmpty()) {
            asked(approver)
                    .contentType(ContentType.JSON)
                    .body("{\"reason\":\"测试结束\"}")
                    .post("/v1/releases/{id}/rollback", approved.pop())
                    .then()
                    .statusCode(200);
        }
    }

    /** The content hash of a release. */
    public String contentHash(String id) {
        return asked(editor).get("/v1/releases/{id}", id).path("contentHash");
    }

    private static RequestSpecification asked(String key) {
        return given().filter(new ContractFilter()).auth().oauth2(key);
    }
}
