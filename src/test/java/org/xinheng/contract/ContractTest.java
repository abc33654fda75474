package org.xinheng.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.xinheng.kernel.RefusalAssert.refusal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xinheng.audit.AuditKind;
import org.xinheng.audit.RecordKind;
import org.xinheng.contract.api.OperationId;
import org.xinheng.kernel.ErrorCode;
import org.xinheng.kernel.Fault;
import org.xinheng.kernel.NoticeCode;
import org.xinheng.kernel.Refusal;
import org.xinheng.listing.CommitKind;

class ContractTest {
    private static final Contract CONTRACT = new Contract();
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Path EXAMPLES = Path.of("openapi/examples");

    @Test
    void a_good_request_passes_as_it_is() throws IOException {
        byte[] bytes = Files.readAllBytes(EXAMPLES.resolve("decision-request.json"));

        assertThat(CONTRACT.body("DecisionRequest", bytes)).isEqualTo(MAPPER.readTree(bytes));
    }

    @Test
    void everything_that_is_wrong_is_told_at_once_and_in_order() {
        String body = """
                { "subject": { "type": "COMPANY", "scheme": 5, "identifier": "", "score": 100 },
                  "matter": "lower case", "matterItem": { "legallyRequiredTender": "yes" }, "region": "42010",
                  "purpose": " \u3000 ", "asOf": "2026-02-30", "extra/field": null }
                """;

        assertThat(faults("DecisionRequest", body))
                .extracting(Fault::pointer, Fault::code)
                .containsExactly(
                        row("/asOf", ErrorCode.FIELD_FORMAT),
                        row("/caseNumber", ErrorCode.FIELD_MISSING),
                        row("/extra~1field", ErrorCode.FIELD_UNKNOWN),
                        row("/matter", ErrorCode.FIELD_FORMAT),
                        row("/matterItem/legallyRequiredTender", ErrorCode.FIELD_TYPE),
                        row("/purpose", ErrorCode.FIELD_FORMAT),
                        row("/region", ErrorCode.FIELD_FORMAT),
                        row("/subject/identifier", ErrorCode.FIELD_RANGE),
                        row("/subject/scheme", ErrorCode.FIELD_TYPE),
                        row("/subject/score", ErrorCode.FIELD_UNKNOWN),
                        row("/subject/type", ErrorCode.FIELD_VALUE));
    }

    @Test
    void a_fault_says_what_was_expected() {
        assertThat(faults("RemovalRequest", "{\"removedOn\": 20260101, \"reason\": null, \"why\": 1}"))
                .containsExactly(
                        Fault.at("/documentNumber", ErrorCode.FIELD_MISSING, "documentNumber"),
                        Fault.at("/reason", ErrorCode.FIELD_TYPE, "string", "null"),
                        Fault.at("/removedOn", ErrorCode.FIELD_TYPE, "string", "number"),
                        Fault.at("/why", ErrorCode.FIELD_UNKNOWN, "why", "removedOn reason documentNumber correction"));
        assertThat(faults("FeedbackRequest", "{\"lines\": []}"))
                .containsExactly(Fault.at("/lines", ErrorCode.FIELD_RANGE, "minItems 1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-02-30",
                "2026-13-01",
                "2025-02-29",
                "2026-1-1",
                "20260101",
                "2026/01/01",
                "2026-01-01T00:00:00",
                "+999999999-01-01",
                "-0001-01-01",
                "0000-01-01",
                "today",
                ""
            })
    void a_day_that_no_calendar_has_is_refused(String day) {
        assertThat(faults("RemovalRequest", removal(day)))
                .containsExactly(Fault.at("/removedOn", ErrorCode.FIELD_FORMAT, "yyyy-MM-dd"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024-02-29", "2000-02-29", "0001-01-01", "9999-12-31"})
    void a_day_that_the_calendar_has_is_taken(String day) {
        assertThat(faults("RemovalRequest", removal(day))).isEmpty();
    }

    @Test
    void null_stands_for_absent_where_the_contract_says_so_and_nowhere_else() throws IOException {
        ObjectNode request = example("decision-request.json");
        for (String optional : List.of("asOf", "asOfReason", "matterItem")) {
            request.putNull(optional);
        }
        assertThat(CONTRACT.faultsOf("DecisionRequest", request)).isEmpty();

        request.putNull("region");
        assertThat(CONTRACT.faultsOf("DecisionRequest", request))
                .containsExactly(Fault.at("/region", ErrorCode.FIELD_TYPE, "string", "null"));

        ObjectNode listing = example("listing-request.json");
        listing.putNull("gravity").putNull("decidedTerm").putNull("expiresOn");
        assertThat(CONTRACT.faultsOf("ListingRequest", listing)).isEmpty();
    }

    @Test
    void at_most_a_hundred_faults_are_told_and_array_places_come_in_order() {
        StringBuilder lines = new StringBuilder("{\"lines\":[");
        for (int i = 0; i < 300; i++) {
            lines.append(i == 0 ? "" : ",").append("{\"result\":\"IMPLEMENTED\"}");
        }
        List<Fault> faults = faults("FeedbackRequest", lines.append("]}").toString());

        assertThat(faults).hasSize(Contract.FAULTS_MAX);
        assertThat(faults.get(4).pointer()).isEqualTo("/lines/2/listing");
        assertThat(faults.get(99).pointer()).isEqualTo("/lines/49/measure");
    }

    @Test
    void an_overlong_name_is_not_echoed_whole() {
        Fault fault =
                faults("RemovalRequest", "{\"" + "好".repeat(5000) + "\": 1}").get(3);

        assertThat(fault.code()).isEqualTo(ErrorCode.FIELD_UNKNOWN);
        assertThat(fault.pointer()).hasSize(62);
    }

    @Test
    void an_amount_is_yuan_and_fen() {
        String line = "{\"lines\":[{\"measure\":\"ZF-01\",\"listing\":\"0193a2f0-2222-7a55-9a3b-5d2f8c4e1b70\","
                + "\"result\":\"IMPLEMENTED\",\"amountCny\":%s}]}";
        for (String good : List.of("0", "0.01", "1250000.5", "999999999999.99", "1e3")) {
            assertThat(faults("FeedbackRequest", line.formatted(good))).as(good).isEmpty();
        }
        for (String bad : List.of("-1", "0.001", "1000000000001", "1e20")) {
            assertThat(faults("FeedbackRequest", line.formatted(bad)))
                    .as(bad)
                    .extracting(Fault::pointer, Fault::code)
                    .containsExactly(row("/lines/0/amountCny", ErrorCode.FIELD_RANGE));
        }
    }

    @Test
    void a_query_is_read_by_the_contract_with_its_defaults() {
        QueryParameters query = CONTRACT.query(
                OperationId.SEARCH_DECISIONS, Map.of("from", List.of("2026-01-31"), "outcome", List.of("REVIEW")));

        assertThat(query.day("from")).hasValue(java.time.LocalDate.of(2026, 1, 31));
        assertThat(query.text("outcome")).hasValue("REVIEW");
        assertThat(query.text("matter")).isEmpty();
        assertThat(query.size()).isEqualTo(50);
        assertThat(CONTRACT.query(OperationId.READ_MEASURES, Map.of()).size()).isEqualTo(1000);
    }

    @ParameterizedTest
    @CsvSource({
        "from,2026-02-30,yyyy-MM-dd",
        "size,0,minimum 1",
        "size,201,maximum 200",
        "size,ten,integer string",
        "size,99999999999999999999,integer string",
        "outcome,clear,PROHIBIT RESTRICT REVIEW CAUTION SUPERVISE ADVISE FACILITATE CLEAR",
        "Outcome,CLEAR,from to matter outcome caseNumber after size"
    })
    void a_parameter_that_departs_from_the_contract_is_refused(String name, String value, String expected) {
        assertThat(refusal(() -> CONTRACT.query(OperationId.SEARCH_DECISIONS, Map.of(name, List.of(value)))))
                .isEqualTo(Fault.at("query:" + name, ErrorCode.PARAMETER_INVALID, name, expected));
    }

    @Test
    void a_parameter_is_given_once() {
        assertThat(refusal(() -> CONTRACT.query(OperationId.SEARCH_DECISIONS, Map.of("size", List.of("1", "2"))))
                        .code())
                .isEqualTo(ErrorCode.PARAMETER_INVALID);
    }

    @Test
    void the_codes_of_refusals_and_remarks_and_the_kinds_of_the_log_are_those_of_the_contract() {
        assertThat(extensible("Problem/properties/code"))
                .containsExactlyInAnyOrderElementsOf(names(ErrorCode.values()));
        assertThat(extensible("Notice/properties/code"))
                .containsExactlyInAnyOrderElementsOf(names(NoticeCode.values()));
        assertThat(extensible("InclusionProof/properties/kind"))
                .containsExactlyInAnyOrderElementsOf(names(AuditKind.values()));
        assertThat(extensible("InclusionProof/properties/record"))
                .containsExactlyInAnyOrderElementsOf(names(RecordKind.values()));
    }

    @Test
    void every_event_that_a_department_reports_has_its_kind_of_commit_and_of_entry() {
        JsonNode types = CONTRACT.document().at("/components/schemas/ListingEventRequest/properties/type/enum");

        assertThat(types).isNotEmpty().allSatisfy(type -> {
            assertThat(names(CommitKind.values())).contains(type.textValue());
            assertThat(names(AuditKind.values())).contains("LISTING_" + type.textValue());
        });
    }

    private static List<String> extensible(String property) {
        JsonNode names = CONTRACT.document().at("/components/schemas/" + property + "/x-extensible-enum");
        return List.of(MAPPER.convertValue(names, String[].class));
    }

    private static List<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).toList();
    }

    private static List<Fault> faults(String schema, String body) {
        Refusal refusal =
                catchThrowableOfType(Refusal.class, () -> CONTRACT.body(schema, body.getBytes(StandardCharsets.UTF_8)));
        return refusal == null ? List.of() : refusal.faults();
    }

    private static String removal(String day) {
        return "{\"removedOn\": \"" + day + "\", \"reason\": \"x\", \"documentNumber\": \"y\"}";
    }

    private static ObjectNode example(String name) throws IOException {
        return (ObjectNode) MAPPER.readTree(EXAMPLES.resolve(name).toFile());
    }

    private static org.assertj.core.groups.Tuple row(String pointer, ErrorCode code) {
        return org.assertj.core.groups.Tuple.tuple(pointer, code);
    }
}
