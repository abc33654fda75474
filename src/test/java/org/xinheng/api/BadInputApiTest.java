package org.xinheng.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xinheng.testing.Api.given;
import static org.xinheng.testing.Api.sending;
import static org.xinheng.testing.Api.with;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xinheng.caller.Role;
import org.xinheng.testing.Fixtures;
import org.xinheng.testing.RawHttp;
import org.xinheng.testing.TestDatabase;
import org.xinheng.testing.TestKeys;

/**
 * Bad input over HTTP (S4): each gets its 4xx problem with a code and, where there is a place, a pointer, in Chinese and
 * in English, and nothing is written.
 */
@QuarkusTest
class BadInputApiTest {
    private static final String ORGANISATION = "91420100XE5X00019Q";
    private static final String QUESTION = Fixtures.question(ORGANISATION);
    private static final int TEN_MEGABYTES = 10 * 1024 * 1024;

    @Inject
    TestKeys keys;

    @Inject
    TestDatabase database;

    private String key;
    private Map<String, Long> before;

    @BeforeEach
    void aKeyAndACount() {
        key = keys.key("WH-CZJ", Role.IMPLEMENTING_AGENCY, Role.INITIATING_DEPARTMENT);
        before = database.rowCounts();
    }

    /** Status, code, pointer ({@code -} for none), what is replaced in a good question, and by what. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // wrong types
                "422 | FIELD_TYPE | /matter | `\"GOVERNMENT_PROCUREMENT_QUALIFICATION\"` | 7",
                "422 | FIELD_TYPE | /region | `\"420100\"` | 420100",
                "422 | FIELD_TYPE | /purpose | `\"供应商资格审查\"` | `[\"a\"]`",
                "422 | FIELD_TYPE | /subject | `{\"type\":\"ORGANISATION\",\"scheme\":\"USCC\",\"identifier\":\"91420100XE5X00019Q\"}` | `\"91420100XE5X00019Q\"`",
                "422 | FIELD_TYPE | /matter | `\"GOVERNMENT_PROCUREMENT_QUALIFICATION\"` | null",
                "422 | FIELD_TYPE | /matterItem/legallyRequiredTender | `\"region\"` | `\"matterItem\":{\"legallyRequiredTender\":\"yes\"},\"region\"`",
                // unknown and missing fields
                "422 | FIELD_UNKNOWN | /score | `\"region\"` | `\"score\":1,\"region\"`",
                "422 | FIELD_UNKNOWN | /subject/age | `\"type\"` | `\"age\":1,\"type\"`",
                "422 | FIELD_MISSING | /subject/scheme | `\"scheme\":\"USCC\",` | ``",
                "422 | FIELD_MISSING | /caseNumber | `,\"caseNumber\":\"测试-1\"` | ``",
                // values outside their words
                "422 | FIELD_VALUE | /subject/type | ORGANISATION | COMPANY",
                "422 | FIELD_VALUE | /subject/scheme | USCC | DUNS",
                "422 | CODE_UNKNOWN | /matter | GOVERNMENT_PROCUREMENT_QUALIFICATION | NO_SUCH_MATTER",
                "422 | CODE_UNKNOWN | /region | `\"420100\"` | `\"999998\"`",
                "422 | CODE_UNKNOWN | /matterItem/item | `\"region\"` | `\"matterItem\":{\"item\":\"NO_SUCH\"},\"region\"`",
                "422 | FIELD_FORMAT | /region | `\"420100\"` | `\"42010\"`",
                "422 | FIELD_FORMAT | /purpose | 供应商资格审查 | `\u3000`",
                "422 | FIELD_VALUE | /purpose | 供应商资格审查 | `a\\u0000b`",
                "422 | FIELD_VALUE | /purpose | 供应商资格审查 | `\\ud800`",
                "422 | FIELD_VALUE | /purpose | 供应商资格审查 | `\\udc00\\ud800`",
                // numbers of subjects
                "422 | IDENTIFIER_CHECK_CHARACTER | /subject/identifier | 91420100XE5X00019Q | 91420100XE5X00019R",
                "422 | IDENTIFIER_LENGTH | /subject/identifier | 91420100XE5X00019Q | 91420100XE5X00019",
                "422 | IDENTIFIER_CHARACTER | /subject/identifier | 91420100XE5X00019Q | 91420100XI5X00019Q",
                "422 | IDENTIFIER_SCHEME_MISMATCH | /subject/scheme | ORGANISATION | PERSON",
                // days
                "422 | FIELD_FORMAT | /asOf | `\"region\"` | `\"asOf\":\"2026-02-30\",\"region\"`",
                "422 | FIELD_FORMAT | /asOf | `\"region\"` | `\"asOf\":\"2026-13-01\",\"region\"`",
                "422 | FIELD_FORMAT | /asOf | `\"region\"` | `\"asOf\":\"26-2-3\",\"region\"`",
                "422 | FIELD_FORMAT | /asOf | `\"region\"` | `\"asOf\":\"2026-11-24T00:00:00Z\",\"region\"`",
                "422 | FIELD_TYPE | /asOf | `\"region\"` | `\"asOf\":20261124,\"region\"`",
                "422 | AS_OF_TOO_FAR | /asOf | `\"region\"` | `\"asOf\":\"9999-12-31\",\"region\"`",
                "422 | AS_OF_REASON_REQUIRED | /asOfReason | `\"region\"` | `\"asOf\":\"2025-01-01\",\"region\"`",
                // no JSON
                "400 | MALFORMED_JSON | - | `{\"subject\"` | `\"subject\"`",
                "400 | MALFORMED_JSON | - | `\"purpose\"` | `\"matter\":\"TENDER_QUALIFICATION\",\"purpose\"`",
                "400 | MALFORMED_JSON | - | `\"region\"` | `\"asOf\":NaN,\"region\"`",
                "400 | MALFORMED_JSON | - | `\"region\"` | `\"a\":'b',\"region\"`",
                "422 | FIELD_RANGE | /asOf | `\"region\"` | `\"asOf\":1e999999999,\"region\"`"
            })
    void a_question_that_is_not_as_it_must_be(
            int status, String code, String pointer, String replaced, String replacement) {
        String body = QUESTION.replace(replaced, replacement == null ? "" : replacement);
        assertThat(body).isNotEqualTo(QUESTION);

        assertRefused(status, code, pointer, request -> request, body);
    }

    @Test
    void a_day_six_years_ahead_is_told_the_last_day_possible() {
        LocalDate today = Fixtures.today();
        String body = QUESTION.replace("\"region\"", "\"asOf\":\"" + today.plusYears(6) + "\",\"region\"");

        assertThat(assertRefused(422, "AS_OF_TOO_FAR", "/asOf", request -> request, body))
                .contains(today.plusYears(5).toString());
    }

    @Test
    void a_wrong_check_character_is_told_the_one_expected_and_its_place() {
        String body = QUESTION.replace(ORGANISATION, "91420100XE5X00019R");

        assertThat(assertRefused(422, "IDENTIFIER_CHECK_CHARACTER", "/subject/identifier", request -> request, body))
                .contains("`Q`", "`R`", "18");
    }

    @Test
    void every_fault_is_told_at_once() {
        String body = QUESTION.replace("\"420100\"", "7")
                .replace("\"USCC\"", "\"DUNS\"")
                .replace("\"matter\"", "\"mater\"");

        Response answer = sending(key, body).post("/v1/decisions");

        assertThat(answer.jsonPath().getList("errors.pointer", String.class))
                .containsExactly("/mater", "/matter", "/region", "/subject/scheme");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "null x", "{", "[1,2", "\"\\x\"", "{\"a\":1}{\"b\":2}"})
    void a_body_that_is_no_json(String body) {
        assertRefused(400, "MALFORMED_JSON", "-", request -> request, body);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "[]", "\"text\"", "42", "true"})
    void a_body_that_is_no_object(String body) {
        assertRefused(422, "FIELD_TYPE", "-", request -> request, body);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":"})
    void a_body_nested_without_end(String opening) throws IOException {
        assertThat(posted(opening.repeat(100_000))).startsWith("HTTP/1.1 400").contains("BODY_TOO_DEEP", "50 levels");
        assertNothingWritten();
    }

    @Test
    void a_number_as_long_as_a_book() throws IOException {
        String body = QUESTION.replace("\"region\"", "\"asOf\":" + "9".repeat(100_000) + ",\"region\"");
        assertThat(posted(body)).startsWith("HTTP/1.1 400").contains("MALFORMED_JSON");
        assertNothingWritten();
    }

    /** Posted without the test client, which would want to read the body itself. */
    private String posted(String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream stated = new ByteArrayOutputStream();
        stated.writeBytes(ascii("POST /v1/decisions HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                + "Accept-Language: en\r\nAuthorization: Bearer " + key + "\r\nContent-Length: " + bytes.length
                + "\r\n\r\n"));
        stated.writeBytes(bytes);
        return RawHttp.say(stated.toByteArray());
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/xml", "text/plain", "application/x-www-form-urlencoded"})
    void a_media_type_that_is_not_read(String mediaType) {
        assertRefused(415, "UNSUPPORTED_MEDIA_TYPE", "-", request -> request.contentType(mediaType), QUESTION);
    }

    @Test
    void an_answer_that_is_not_written() {
        assertRefused(406, "NOT_ACCEPTABLE", "-", request -> request.accept("application/xml"), QUESTION);
    }

    @Test
    void no_key_and_a_key_that_nobody_made() {
        assertUnauthenticated(given());
        assertUnauthenticated(with("made-up"));
        assertUnauthenticated(with("x".repeat(5_000)));
        assertUnauthenticated(given().header("Authorization", "Bearer"));
        assertUnauthenticated(given().header("Authorization", "Bearer \u00e9"));
        assertNothingWritten();
    }

    @Test
    void anothers_key_gets_neither_the_matter_nor_the_list() {
        String bank = keys.key("WH-YH", Role.IMPLEMENTING_AGENCY);
        String court = keys.key("WH-ZY", Role.INITIATING_DEPARTMENT);
        before = database.rowCounts();
        Response matter = sending(bank, QUESTION).post("/v1/decisions");
        assertThat(matter.statusCode()).isEqualTo(403);
        assertThat(matter.<String>path("code")).isEqualTo("MATTER_NOT_HANDLED");
        Response list = sending(court, goodListing()).post("/v1/listings");
        assertThat(list.statusCode()).isEqualTo(403);
        assertThat(list.<String>path("code")).isEqualTo("LIST_KIND_NOT_YOURS");
        Response decider = sending(court, QUESTION).post("/v1/decisions");
        assertThat(decider.statusCode()).isEqualTo(403);
        assertThat(decider.<String>path("code")).isEqualTo("FORBIDDEN_ROLE");
        assertNothingWritten();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "422 | CODE_UNKNOWN | /listKind | `\"ZFCG\"` | `\"NOPE\"`",
                "422 | FIELD_TYPE | /designation/legalBases | `[\"ZFCGF-77\"]` | `\"ZFCGF-77\"`",
                "422 | FIELD_VALUE | /gravity | SERIOUS | GRAVE",
                "422 | FIELD_UNKNOWN | /creditScore | `\"region\"` | `\"creditScore\":90,\"region\"`",
                "422 | FIELD_FORMAT | /listedOn | `\"listedOn\":\"2` | `\"listedOn\":\"x2`",
                "422 | IDENTIFIER_CHECK_CHARACTER | /responsiblePersons/0/subject/identifier | `\"responsiblePersons\":[]` | `\"responsiblePersons\":[{\"role\":\"PRINCIPAL\",\"subject\":{\"type\":\"PERSON\",\"scheme\":\"CITIZEN_ID\",\"identifier\":\"000000198001010011\"}}]`",
                "422 | IDENTIFIER_BIRTH_DATE | /responsiblePersons/0/subject/identifier | `\"responsiblePersons\":[]` | `\"responsiblePersons\":[{\"role\":\"PRINCIPAL\",\"subject\":{\"type\":\"PERSON\",\"scheme\":\"CITIZEN_ID\",\"identifier\":\"000000198002300011\"}}]`",
                "422 | FIELD_RANGE | /matterItems/0 | `\"region\"` | `\"matterItems\":[{}],\"region\"`",
                "422 | FIELD_VALUE | /designation/facts | 示范事实 | `\\u0000`"
            })
    void an_entry_that_is_not_as_it_must_be(
            int status, String code, String pointer, String replaced, String replacement) {
        String body = goodListing().replace(replaced, replacement);
        for (String language : new String[] {"zh", "en"}) {
            assertProblem(
                    sending(key, body).header("Accept-Language", language).post("/v1/listings"),
                    status,
                    code,
                    pointer,
                    language);
        }
        assertNothingWritten();
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/decisions?size=0,query:size",
        "/v1/decisions?size=201,query:size",
        "/v1/decisions?size=x,query:size",
        "/v1/decisions?size=99999999999999999999,query:size",
        "/v1/decisions?size=1&size=2,query:size",
        "/v1/decisions?after=x,query:after",
        "/v1/decisions?from=2026-02-30,query:from",
        "/v1/decisions?outcome=BAD,query:outcome",
        "/v1/decisions?caseNumber=a%00b,query:caseNumber",
        "/v1/decisions?nope=1,query:nope",
        "/v1/listings?knownAt=-1,query:knownAt",
        "/v1/listings?knownAt=1e9,query:knownAt",
        "/v1/listings?after=%00,query:after",
        "/v1/listings?identifier=x,query:scheme",
        "/v1/listings?scheme=USCC,query:identifier",
        "/v1/listings?inForceOn=tomorrow,query:inForceOn",
        "/v1/registers/regions?size=1001,query:size",
        "/v1/registers/regions?after=NOPE,query:after",
        "/v1/releases?after=NOPE,query:after"
    })
    void a_parameter_that_cannot_be_read(String address, String pointer) {
        for (String language : new String[] {"zh", "en"}) {
            Response answer = with(key)
                    .header("Accept-Language", language)
                    .urlEncodingEnabled(false)
                    .get(address);
            assertProblem(answer, 400, "PARAMETER_INVALID", pointer, language);
        }
        assertNothingWritten();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/v1/%zz", "/v1/%", "/v1/decisions?size=%zz", "/v1/decisions/%4", "/v1/a b|c", "/v1/\u0000"})
    void an_address_that_cannot_be_decoded(String address) throws IOException {
        String stated = "GET " + address.replace("a b", "a{b")
                + " HTTP/1.1\r\nHost: x\r\nAccept-Language: en\r\nAuthorization: Bearer " + key + "\r\n\r\n";

        assertThat(RawHttp.say(stated))
                .startsWith("HTTP/1.1 400")
                .containsIgnoringCase("content-type: application/problem+json")
                .contains("PARAMETER_INVALID", "percent-encoded UTF-8");
        assertNothingWritten();
    }

    @Test
    void an_address_without_end() throws IOException {
        assertThat(RawHttp.say("GET /v1/decisions?caseNumber=" + "a".repeat(20_000)
                        + " HTTP/1.1\r\nHost: x\r\nAccept-Language: en\r\n\r\n"))
                .startsWith("HTTP/1.1 414")
                .contains("ADDRESS_TOO_LONG");
    }

    @ParameterizedTest
    @CsvSource({
        "GET,/v1/nothing-here,404,NOT_FOUND",
        "GET,/v1/decisions/not-an-id,404,DECISION_NOT_FOUND",
        "GET,/v1/decisions/0193a2f0-2222-7a55-9a3b-5d2f8c4e1b70,404,DECISION_NOT_FOUND",
        "GET,/v1/listings/not-an-id,404,LISTING_NOT_FOUND",
        "GET,/v1/listing-batches/not-an-id,404,BATCH_NOT_FOUND",
        "GET,/v1/releases/not-an-id,404,RELEASE_NOT_FOUND",
        "PUT,/v1/decisions,405,METHOD_NOT_ALLOWED",
        "DELETE,/v1/listings/0193a2f0-2222-7a55-9a3b-5d2f8c4e1b70,405,METHOD_NOT_ALLOWED"
    })
    void an_address_or_method_that_is_not_there(String method, String path, int status, String code) {
        for (String language : new String[] {"zh", "en"}) {
            Response answer = with(key).header("Accept-Language", language).request(method, path);
            assertProblem(answer, status, code, "-", language);
            if (status == 405) {
                assertThat(answer.header("Allow")).contains("GET");
                assertThat(answer.<String>path("detail")).contains("GET");
            }
        }
        assertNothingWritten();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/decisions", "/v1/listings"})
    void ten_megabytes_with_and_without_a_length(String path) throws IOException {
        String head =
                "POST " + path + " HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nAccept-Language: en\r\n"
                        + "Authorization: Bearer " + key + "\r\n";
        ByteArrayOutputStream withLength = new ByteArrayOutputStream();
        withLength.writeBytes(ascii(head + "Content-Length: " + TEN_MEGABYTES + "\r\n\r\n"));
        withLength.writeBytes(" ".repeat(TEN_MEGABYTES).getBytes(StandardCharsets.US_ASCII));
        ByteArrayOutputStream inChunks = new ByteArrayOutputStream();
        inChunks.writeBytes(ascii(head + "Transfer-Encoding: chunked\r\n\r\n"));
        for (int sent = 0; sent < TEN_MEGABYTES; sent += 0x10000) {
            inChunks.writeBytes(ascii("10000\r\n" + " ".repeat(0x10000) + "\r\n"));
        }
        inChunks.writeBytes(ascii("0\r\n\r\n"));

        for (byte[] stated : new byte[][] {withLength.toByteArray(), inChunks.toByteArray()}) {
            assertThat(RawHttp.say(stated))
                    .startsWith("HTTP/1.1 413")
                    .containsIgnoringCase("content-type: application/problem+json")
                    .contains("BODY_TOO_LARGE", "4194304 bytes");
        }
        assertNothingWritten();
    }

    @Test
    void a_small_body_in_chunks_is_read() throws IOException {
        byte[] body = QUESTION.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream stated = new ByteArrayOutputStream();
        stated.writeBytes(ascii("POST /v1/decisions HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                + "Authorization: Bearer " + key + "\r\nTransfer-Encoding: chunked\r\n\r\n"
                + Integer.toHexString(body.length) + "\r\n"));
        stated.writeBytes(body);
        stated.writeBytes(ascii("\r\n0\r\n\r\n"));

        assertThat(RawHttp.say(stated.toByteArray())).startsWith("HTTP/1.1 201");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "422 | BATCH_ROWS | ``",
                "422 | BATCH_ROWS | `listKind\n`",
                "422 | FIELD_UNKNOWN | `listKind,nope\nZFCG,1\n`",
                "422 | COLUMN_DOUBLED | `listKind,listKind\nZFCG,ZFCG\n`",
                "400 | MALFORMED_CSV | `listKind,region\n\"ZFCG,420100\n`"
            })
    void a_file_that_is_none(int status, String code, String file) {
        for (String language : new String[] {"zh", "en"}) {
            Response answer = with(key)
                    .header("Accept-Language", language)
                    .contentType("text/csv")
                    .body((file == null ? "" : file).getBytes(StandardCharsets.UTF_8))
                    .post("/v1/listing-batches");
            assertProblem(answer, status, code, "*", language);
        }
        // but that it was refused: the file, its batch, and their entries in the log
        assertThat(database.rowCounts())
                .containsEntry("listing", before.get("listing"))
                .containsEntry("subject", before.get("subject"))
                .containsEntry("listing_commit", before.get("listing_commit"))
                .containsEntry("listing_batch", before.get("listing_batch") + 2);
    }

    @Test
    void feedback_and_removal_that_are_none() {
        String id = UUID.randomUUID().toString();
        for (String language : new String[] {"zh", "en"}) {
            assertProblem(
                    sending(key, "{\"lines\":[]}")
                            .header("Accept-Language", language)
                            .post("/v1/decisions/{id}/feedback", id),
                    422,
                    "FIELD_RANGE",
                    "/lines",
                    language);
            assertProblem(
                    sending(
                                    key,
                                    "{\"lines\":[{\"measure\":\"ZF-01\",\"listing\":\"x\",\"result\":\"DONE\",\"amountCny\":1e29}]}")
                            .header("Accept-Language", language)
                            .post("/v1/decisions/{id}/feedback", id),
                    422,
                    "FIELD_RANGE",
                    "/lines/0/amountCny",
                    language);
            assertProblem(
                    sending(key, "{\"removedOn\":\"2026-02-30\",\"reason\":\"r\",\"documentNumber\":\"d\"}")
                            .header("Accept-Language", language)
                            .post("/v1/listings/{id}/removal", id),
                    422,
                    "FIELD_FORMAT",
                    "/removedOn",
                    language);
        }
        assertNothingWritten();
    }

    /** Asks in both languages and returns the English detail. */
    private String assertRefused(
            int status, String code, String pointer, UnaryOperator<RequestSpecification> but, String body) {
        String detail = "";
        for (String language : new String[] {"zh-CN,zh;q=0.9", "en"}) {
            RequestSpecification request = but.apply(sending(key, body).header("Accept-Language", language))
                    .header("Idempotency-Key", "bad-" + UUID.randomUUID());
            Response answer = request.post("/v1/decisions");
            assertProblem(answer, status, code, pointer, language.substring(0, 2));
            detail = answer.path("detail");
        }
        assertNothingWritten();
        return detail;
    }

    private void assertUnauthenticated(RequestSpecification request) {
        Response answer = request.contentType("application/json").body(QUESTION).post("/v1/decisions");
        assertProblem(answer, 401, "UNAUTHENTICATED", "-", "zh");
    }

    private static void assertProblem(Response answer, int status, String code, String pointer, String language) {
        JsonPath problem = answer.jsonPath();
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.header("Content-Language")).isEqualTo(language);
        assertThat(problem.getString("type")).isEqualTo("urn:xinheng:problem:" + code);
        assertThat(problem.getInt("status")).isEqualTo(status);
        assertThat(problem.getString("code")).isEqualTo(code);
        if (!pointer.equals("*")) {
            assertThat(problem.getString("errors[0].pointer"))
                    .as(answer.asString())
                    .isEqualTo(pointer.equals("-") ? null : pointer);
        }
        boolean chinese = problem.getString("title").codePoints().anyMatch(Character::isIdeographic);
        assertThat(chinese).isEqualTo(language.equals("zh"));
    }

    private void assertNothingWritten() {
        assertThat(database.rowCounts()).isEqualTo(before);
    }

    private static String goodListing() {
        LocalDate today = Fixtures.today();
        return Fixtures.procurementBan(Fixtures.organisation(), today.minusMonths(1), today.plusMonths(6));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
