package org.xinheng.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xinheng.caller.Role;
import org.xinheng.testing.Api;
import org.xinheng.testing.ClockToSet;
import org.xinheng.testing.DailyWork;
import org.xinheng.testing.Fixtures;
import org.xinheng.testing.Keys;
import org.xinheng.testing.PostgresResource;
import org.xinheng.testing.SettableClock;
import org.xinheng.testing.TestDatabase;

/** What a subject finds about itself, over HTTP. */
@QuarkusTest
@TestProfile(ClockToSet.class)
@QuarkusTestResource(PostgresResource.class)
class OwnListingsApiTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-11-24");
    private static final LocalDate FROM = TODAY.minusMonths(2);

    @Inject
    Keys keys;

    @Inject
    SettableClock clock;

    @Inject
    TestDatabase database;

    private String finance;

    @BeforeEach
    void aFinanceBureauOnAKnownDay() {
        clock.set(TODAY.atTime(10, 0).atZone(clock.getZone()).toInstant());
        finance = keys.of("WH-CZJ", Role.INITIATING_DEPARTMENT);
    }

    @Test
    void a_subject_finds_its_own_entries_with_how_they_stand_and_what_it_can_do() {
        String company = Fixtures.organisation();
        String over = listed(company, FROM.minusDays(1));
        DailyWork.happened(finance, over, "REVOKED", TODAY);
        String listing = listed(company, FROM);
        listed(Fixtures.organisation(), FROM);
        String subject = keys.of(company, Role.SUBJECT);
        String objection = DailyWork.objected(subject, listing, "与事实不符");

        Api.with(subject)
                .get("/v1/me/listings")
                .then()
                .statusCode(200)
                .body("items.id", contains(over, listing))
                .body("items.standing", contains("REVOKED", "IN_FORCE"))
                .body("items.restoration.obstacle", contains(equalTo("ENDED"), nullValue()))
                .body("items[0].openObjection", nullValue())
                .body("items[1].openObjection.id", equalTo(objection))
                .body(
                        "items[1].restoration.earliestOn",
                        equalTo(FROM.plusYears(1).toString()))
                .body("items[1].issuedBy", equalTo("武汉市财政局"))
                .body("items[1].documentNumber", equalTo("示范罚1号"));
        assertThat(database.column(
                        "select kind from audit_entry where department = ? and kind = 'OWN_LISTINGS_READ'", company))
                .hasSize(1);
    }

    @Test
    void an_objection_that_was_answered_is_open_no_longer() {
        String company = Fixtures.organisation();
        String subject = keys.of(company, Role.SUBJECT);
        String objection = DailyWork.objected(subject, listed(company, FROM), "与事实不符");
        DailyWork.answered(finance, objection, "DISMISSED", "经核查");
        Api.with(subject)
                .get("/v1/me/listings")
                .then()
                .statusCode(200)
                .body("items.openObjection", contains(nullValue()));
    }

    @Test
    void a_subject_is_not_asked_why_it_reads_of_its_own_entry_though_persons_are_named_in_it() {
        String company = Fixtures.organisation();
        String named = """
                [{"role":"LEGAL_REPRESENTATIVE","subject":{"type":"PERSON","scheme":"CITIZEN_ID","identifier":"%s","name":"示范人员"},
                  "from":"2020-01-01","to":null}]""".formatted(Fixtures.person());
        String listing = DailyWork.entered(
                finance,
                Fixtures.procurementBan(company, FROM, FROM.plusYears(2).minusDays(1), named));
        String subject = keys.of(company, Role.SUBJECT);
        String objection = DailyWork.objected(subject, listing, "与事实不符");
        Api.with(subject)
                .get("/v1/objections/" + objection)
                .then()
                .statusCode(200)
                .body("statement", equalTo("与事实不符"));
        assertThat(database.column(
                        "select department from audit_entry where reference = ? and subject_lookup is not null",
                        objection))
                .as("the person named can be told who read")
                .containsExactly(company);
    }

    @Test
    void nobody_else_finds_entries_there() {
        Api.with(finance).get("/v1/me/listings").then().statusCode(403).body("code", equalTo("FORBIDDEN_ROLE"));
    }

    private String listed(String company, LocalDate from) {
        return DailyWork.entered(
                finance,
                Fixtures.procurementBan(company, from, from.plusYears(2).minusDays(1)));
    }
}
