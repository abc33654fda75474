package org.xinheng.cases;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.xinheng.caller.Role;
import org.xinheng.catalogue.MeasureRule;
import org.xinheng.catalogue.Registers;
import org.xinheng.catalogue.RegistersInForce;
import org.xinheng.listing.ListingEvent;
import org.xinheng.testing.ClockToSet;
import org.xinheng.testing.ContractFilter;
import org.xinheng.testing.Keys;
import org.xinheng.testing.SettableClock;

/**
 * The cases written from the statutes, over HTTP: the department enters the listing, the agency asks, on the case's day.
 * What has no endpoint, and what the endpoint must refuse, is put into the store.
 */
@QuarkusTest
@TestProfile(ClockToSet.class)
class StatuteCasesApiTest {
    @Inject
    Keys keys;

    @Inject
    SettableClock clock;

    @Inject
    StoredListings storedListings;

    @Inject
    RegistersInForce registersInForce;

    private final ObjectMapper json = new ObjectMapper();
    private Registers registers;
    private Map<String, MeasureRule> rules;

    @BeforeEach
    void readTheLaw() {
        registers = registersInForce.now();
        rules = registersInForce.rulesNow().stream().collect(Collectors.toMap(MeasureRule::code, rule -> rule));
    }

    @TestFactory
    Stream<DynamicTest> the_service_answers_as_the_case_says() throws IOException {
        return StatuteCases.all().stream()
                .map(each -> DynamicTest.dynamicTest(each.toString(), () -> {
                    clock.set(each.now());
                    Map<String, String> listKinds = each.http() ? enter(each) : store(each);
                    assertThat(each.expected().departuresOf(ask(each, listKinds)))
                            .as("%s", each)
                            .isEmpty();
                }));
    }

    @TestFactory
    Stream<DynamicTest> a_term_beyond_the_law_is_not_let_in() throws IOException {
        return StatuteCases.all().stream()
                .filter(each -> !each.http()
                        && each.entries().stream()
                                .allMatch(entry -> entry.events().isEmpty()))
                .map(each -> DynamicTest.dynamicTest(each.toString(), () -> {
                    clock.set(each.now());
                    post(
                                    department(each.entries().get(0)),
                                    each.entries().get(0).body())
                            .post("/v1/listings")
                            .then()
                            .statusCode(422)
                            .body("code", equalTo("LISTING_TERM_TOO_LONG"))
                            .body("errors.pointer", hasItem("/decidedTerm/to"));
                }));
    }

    /** Listing id to list kind. */
    private Map<String, String> enter(StatuteCase of) {
        Map<String, String> listKinds = new LinkedHashMap<>();
        for (StatuteCase.Entry entry : of.entries()) {
            String id = post(department(entry), entry.body())
                    .post("/v1/listings")
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("id");
            listKinds.put(id, entry.body().get("listKind").textValue());
            for (StatuteCase.Event event : entry.events()) {
                assertThat(event.type()).as("has an endpoint").isEqualTo(ListingEvent.Type.REMOVED);
                JsonNode removal = JsonNodeFactory.instance
                        .objectNode()
                        .put("removedOn", event.effectiveOn().toString())
                        .put("reason", "依法移出")
                        .put("documentNumber", "移出〔2026〕" + of.code());
                post(department(entry), removal)
                        .post("/v1/listings/{id}/removal", id)
                        .then()
                        .statusCode(201);
            }
        }
        return listKinds;
    }

    private Map<String, String> store(StatuteCase of) {
        Map<String, String> listKinds = new LinkedHashMap<>();
        for (StatuteCase.Entry entry : of.entries()) {
            listKinds.put(
                    storedListings.add(entry, department(entry)).toString(),
                    entry.body().get("listKind").textValue());
        }
        return listKinds;
    }

    private String department(StatuteCase.Entry entry) {
        return CaseFacts.department(registers, entry.by(), entry.region()).code();
    }

    private CaseAnswer ask(StatuteCase of, Map<String, String> listKinds) throws IOException {
        String agency = new CaseFacts(of, registers).agency().code();
        String answer = post(agency, of.question())
                .post("/v1/decisions")
                .then()
                .statusCode(201)
                .extract()
                .asString();
        return reported(json.readTree(answer), listKinds);
    }

    private CaseAnswer reported(JsonNode answer, Map<String, String> listKinds) {
        List<Line> measures = new ArrayList<>();
        for (JsonNode measure : answer.get("measures")) {
            measures.add(Line.applied(
                    measure.get("listing").get("listKind").textValue(),
                    measure.get("effect").textValue(),
                    measure.get("measure").textValue(),
                    measure.get("legalBases").findValuesAsText("code"),
                    measure.get("until").textValue(),
                    measure.get("untilKind").textValue(),
                    measure.get("objectionOpen").booleanValue()));
        }
        List<Line> withheld = new ArrayList<>();
        for (JsonNode measure : answer.get("withheld")) {
            withheld.add(Line.withheld(
                    listKinds.get(measure.get("listing").textValue()),
                    measure.get("measure").textValue(),
                    rules.get(measure.get("rowCode").textValue()).legalBases(),
                    measure.get("reason").textValue(),
                    measure.get("wanted").textValue()));
        }
        return new CaseAnswer(
                answer.get("outcome").textValue(), answer.get("projection").booleanValue(), measures, withheld);
    }

    private RequestSpecification post(String department, JsonNode body) {
        return given().filter(new ContractFilter())
                .auth()
                .oauth2(keys.of(department, Role.INITIATING_DEPARTMENT, Role.IMPLEMENTING_AGENCY))
                .contentType(ContentType.JSON)
                .body(body.toString());
    }
}
