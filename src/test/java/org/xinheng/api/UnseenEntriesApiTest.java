package org.xinheng.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.xinheng.caller.Role;
import org.xinheng.contract.api.OperationId;
import org.xinheng.testing.Api;
import org.xinheng.testing.ClockToSet;
import org.xinheng.testing.DailyWork;
import org.xinheng.testing.Fixtures;
import org.xinheng.testing.Keys;
import org.xinheng.testing.PostgresResource;
import org.xinheng.testing.SettableClock;

/**
 * An entry that is removed, revoked or restored is shared no more (design §6.5, §6.17): the agency that asks afterwards
 * finds no trace of it behind any door that opens with its decision. The tasks by which agencies lift what they applied
 * name the entry, as the law wants them to.
 */
@QuarkusTest
@TestProfile(ClockToSet.class)
@QuarkusTestResource(PostgresResource.class)
class UnseenEntriesApiTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-11-24");
    private static final LocalDate FROM = TODAY.minusMonths(13);

    @Inject
    Keys keys;

    @Inject
    SettableClock clock;

    private String agency;
    private String labour;

    /** An entry of which nothing is to be seen, and the decision that was asked about its subject. */
    private record Unseen(String company, String listing, String decision) {}

    @TestFactory
    Stream<DynamicTest> no_door_of_an_agency_shows_an_entry_that_is_shared_no_more() {
        clock.set(TODAY.atTime(10, 0).atZone(clock.getZone()).toInstant());
        agency = keys.of("WH-CZJ", Role.IMPLEMENTING_AGENCY);
        labour = keys.of("WH-RSJ", Role.INITIATING_DEPARTMENT);
        String creditOffice = keys.of("WH-XYB", Role.CREDIT_OFFICE);
        Unseen restored = entered();
        DailyWork.ruled(
                labour,
                DailyWork.applied(creditOffice, restored.listing(), TODAY.minusMonths(2), "承诺守信"),
                true,
                "条件具备");
        Unseen revoked = entered();
        DailyWork.happened(labour, revoked.listing(), "REVOKED", TODAY);
        Unseen removed = entered();
        Api.sending(labour, """
                        {"removedOn":"%s","reason":"已支付","documentNumber":"移出1号"}""".formatted(TODAY))
                .post("/v1/listings/" + removed.listing() + "/removal")
                .then()
                .statusCode(201);
        return Stream.of(restored, revoked, removed)
                .map(this::asked)
                .flatMap(unseen -> operations()
                        .map(operation -> DynamicTest.dynamicTest(
                                operation + " " + unseen.listing(), () -> assertUnseen(operation, unseen))));
    }

    private static Stream<OperationId> operations() {
        List<OperationId> found = Arrays.stream(OperationId.values())
                .filter(operation -> operation.roles().contains(Role.IMPLEMENTING_AGENCY.name()))
                .filter(operation -> operation.path().startsWith("/v1/decisions"))
                .filter(operation -> operation.method().equals("GET") || operation == OperationId.REPLAY_DECISION)
                .toList();
        assertThat(found)
                .contains(OperationId.EXPLAIN_DECISION, OperationId.READ_EVIDENCE, OperationId.SEARCH_DECISIONS);
        return found.stream();
    }

    private void assertUnseen(OperationId operation, Unseen unseen) {
        String path = operation.path().replace("{id}", unseen.decision());
        Response answer = operation.method().equals("GET")
                ? Api.with(agency).accept("application/json").get(path)
                : Api.sending(agency, "{}").post(path);
        assertThat(answer.statusCode()).as(answer.asString()).isIn(200, 201);
        assertThat(answer.asString()).doesNotContain(unseen.listing(), "示范列1号", "NMGGZ-1", "RESTORED", "已经修复");
    }

    private Unseen entered() {
        String company = Fixtures.organisation();
        return new Unseen(
                company,
                DailyWork.entered(labour, Fixtures.wageArrears(company, FROM, TODAY.plusYears(1), "420100")),
                "");
    }

    private Unseen asked(Unseen unseen) {
        JsonPath decision = DailyWork.decided(agency, Fixtures.question(unseen.company()));
        assertThat(decision.getString("outcome")).isEqualTo("CLEAR");
        assertThat(decision.getList("measures")).isEmpty();
        return new Unseen(unseen.company(), unseen.listing(), decision.getString("id"));
    }
}
