package org.xinheng.app.problem;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xinheng.testing.ContractFilter;
import org.xinheng.testing.FailingTable;
import org.xinheng.testing.FailureOnDemand;
import org.xinheng.testing.RawHttp;

/** Whatever goes wrong, wherever, the caller reads a problem document (S4). */
@QuarkusTest
class ProblemsApiTest {
    private static final String ADDRESS = "/v1/decisions";
    private static final String LAST_CHUNK = "\r\n0\r\n\r\n";
    private static final String HEAD = "POST /v1/decisions HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n";

    @ParameterizedTest
    @ValueSource(strings = {"/v1/public/measure-rows", "/v1/public/measure-list"})
    void a_file_that_fails_before_its_first_byte_is_a_problem(String address) {
        given().accept("text/csv")
                .header(FailingTable.HEADER, 0)
                .get(address)
                .then()
                .statusCode(500)
                .contentType("application/problem+json")
                .body("code", equalTo("INTERNAL_ERROR"));
    }

    /** Several times: the end of the body and the closing of the connection once raced each other. */
    @RepeatedTest(5)
    void a_file_that_fails_half_way_never_ends_as_a_whole_one() throws IOException {
        String whole = RawHttp.say(table(""));
        assertThat(whole).startsWith("HTTP/1.1 200").endsWith(LAST_CHUNK).hasSizeGreaterThan(80_000);

        long rows = whole.lines().filter(line -> line.startsWith("\"")).count();
        String part = RawHttp.say(table(FailingTable.HEADER + ": " + rows * 2 / 3 + "\r\n"));
        assertThat(part).startsWith("HTTP/1.1 200").doesNotContain(LAST_CHUNK);
    }

    private static String table(String header) {
        return "GET /v1/public/measure-rows HTTP/1.1\r\nHost: x\r\nAccept: text/csv\r\n" + header
                + "Connection: close\r\n\r\n";
    }

    @Test
    void a_refusal_tells_every_fault_with_its_place_in_chinese() {
        failing("zh-CN", "refusal")
                .get(ADDRESS)
                .then()
                .statusCode(422)
                .header("Content-Language", "zh")
                .body("type", equalTo("urn:xinheng:problem:CODE_UNKNOWN"))
                .body("title", equalTo("内容未被接受"))
                .body("status", equalTo(422))
                .body("code", equalTo("CODE_UNKNOWN"))
                .body("detail", equalTo("代码 `{0} '}` 不在目录 `matters` 中；请在 `/v1/registers/matters` 查询"))
                .body("errors", hasSize(2))
                .body("errors[0].pointer", equalTo("/matter"))
                .body("errors[1].cell", equalTo("措施!F14"))
                .body("errors[1].pointer", nullValue())
                .body("errors[1].code", equalTo("FIELD_MISSING"));
    }

    @ParameterizedTest
    @CsvSource({
        "refusal,422,CODE_UNKNOWN",
        "wrapped,409,LISTING_ALREADY_REMOVED",
        "bug,500,INTERNAL_ERROR",
        "error,500,INTERNAL_ERROR",
        "constraint,500,INTERNAL_ERROR",
        "database,503,SERVICE_UNAVAILABLE",
        "unauthorised,401,UNAUTHENTICATED",
        "unauthenticated,401,UNAUTHENTICATED",
        "forbidden,403,FORBIDDEN_ROLE"
    })
    void a_failure_in_a_resource_is_a_problem_that_gives_nothing_away(String how, int status, String code) {
        String body = failing("en", how)
                .get(ADDRESS)
                .then()
                .statusCode(status)
                .body("code", equalTo(code))
                .extract()
                .asString();

        assertThat(body).doesNotContain("secret", "000000198001010013", "Exception", "\\tat ");
    }

    @Test
    void an_internal_error_names_an_incident_and_a_refused_caller_learns_how_to_come_in() {
        failing("en", "bug")
                .get(ADDRESS)
                .then()
                .body("incident", matchesPattern("[0-9a-f-]{36}"))
                .body("detail", containsString("report incident `"));
        failing("en", "unauthorised").get(ADDRESS).then().header("WWW-Authenticate", containsString("Bearer"));
        failing("en", "database").get(ADDRESS).then().header("Retry-After", equalTo("5"));
    }

    @ParameterizedTest
    @CsvSource({
        "GET,/nowhere,404,NOT_FOUND",
        "GET,/v1/nowhere/at/all,404,NOT_FOUND",
        "DELETE,/v1/decisions,405,METHOD_NOT_ALLOWED",
        "PATCH,/v1/decisions,405,METHOD_NOT_ALLOWED"
    })
    void an_address_or_method_that_is_not_there_is_a_problem(String method, String path, int status, String code) {
        asking("en").request(method, path).then().statusCode(status).body("code", equalTo(code));
    }

    @Test
    void a_media_type_that_is_neither_read_nor_written_is_a_problem() {
        asking("en")
                .contentType("application/xml")
                .body("<a/>")
                .post("/v1/decisions")
                .then()
                .statusCode(415)
                .body("code", equalTo("UNSUPPORTED_MEDIA_TYPE"))
                .body("detail", containsString("application/json"));
        asking("en").accept("image/png").get(ADDRESS).then().statusCode(406).body("code", equalTo("NOT_ACCEPTABLE"));
    }

    @Test
    void a_body_of_ten_megabytes_is_refused_before_it_is_read() throws IOException {
        String answer = RawHttp.say(HEAD + "Content-Length: 10485760\r\n\r\n{");

        assertThat(answer).startsWith("HTTP/1.1 413").contains("application/problem+json", "BODY_TOO_LARGE");
    }

    private static RequestSpecification failing(String language, String how) {
        return asking(language).header(FailureOnDemand.HEADER, how);
    }

    private static RequestSpecification asking(String language) {
        return given().filter(new ContractFilter()).header("Accept-Language", language);
    }
}
