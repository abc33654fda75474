package org.xinheng.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xinheng.caller.Role;
import org.xinheng.kernel.BeijingTime;
import org.xinheng.kernel.Identifier;
import org.xinheng.kernel.IdentifierScheme;
import org.xinheng.kernel.SubjectType;
import org.xinheng.listing.CommitKind;
import org.xinheng.listing.ListingEvent;
import org.xinheng.listing.Listings;
import org.xinheng.subject.SubjectMerge;
import org.xinheng.subject.SubjectName;
import org.xinheng.subject.Subjects;
import org.xinheng.testing.ClockToSet;
import org.xinheng.testing.ContractFilter;
import org.xinheng.testing.Fixtures;
import org.xinheng.testing.Keys;
import org.xinheng.testing.SettableClock;

/** What is fixed about days, known time, identity and the record (design §6), seen by an agency. */
@QuarkusTest
@TestProfile(ClockToSet.class)
class DecisionSemanticsApiTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final LocalDate FIRST_RELEASE = BeijingTime.dayOf(SettableClock.BIRTH);
    private static final UUID NOBODY = new UUID(0, 0);

    private static int nextSubject;

    @Inject
    Keys keys;

    @Inject
    SettableClock clock;

    @Inject
    Listings listings;

    @Inject
    Subjects subjects;

    @Inject
    EntityManager entities;

    private String supplier;

    @BeforeEach
    void noonInWuhanAndAnotherSupplier() {
        clock.set(noon(TODAY));
        supplier = organisation();
    }

    // ---- days

    @Test
    void today_is_the_day_in_shanghai_wherever_the_machine_stands() {
        listed(supplier, "2026-05-01", "2026-11-22");
        clock.set(Instant.parse("2026-11-22T15:59:59Z"));
        decided(supplier)
                .body("asOf", equalTo("2026-11-22"))
                .body("outcome", equalTo("PROHIBIT"))
                .body("measures[0].until", equalTo("2026-11-22"));
        clock.set(Instant.parse("2026-11-22T16:00:00Z"));
        decided(supplier).body("asOf", equalTo("2026-11-23")).body("outcome", equalTo("CLEAR"));
    }

    @Test
    void a_day_ahead_is_a_projection_for_which_no_feedback_is_due() {
        listed(supplier, "2026-05-01", "2027-04-30");
        decided(supplier, "2027-04-30")
                .body("projection", equalTo(true))
                .body("outcome", equalTo("PROHIBIT"))
                .body("feedbackDueOn", nullValue())
                .body("notices.code", hasItem("PROJECTION"));
        decided(supplier)
                .body("projection", equalTo(false))
                .body("feedbackDueOn", not(nullValue()))
                .body("notices.code", not(hasItem("PROJECTION")));
    }

    @Test
    void a_day_ahead_may_be_five_years_ahead_and_no_day_more() {
        decided(supplier, "2031-11-22").body("projection", equalTo(true));
        asked(supplier, "2031-11-23", null)
                .then()
                .statusCode(422)
                .body("code", equalTo("AS_OF_TOO_FAR"))
                .body("errors[0].pointer", equalTo("/asOf"));
    }

    @Test
    void a_past_day_asks_for_a_reason() {
        asked(supplier, "2026-11-21", null)
                .then()
                .statusCode(422)
                .body("code", equalTo("AS_OF_REASON_REQUIRED"))
                .body("errors[0].pointer", equalTo("/asOfReason"));
        asked(supplier, "2026-11-21", " ").then().statusCode(422).body("errors[0].pointer", equalTo("/asOfReason"));
        decided(supplier, "2026-11-21").body("asOf", equalTo("2026-11-21"));
    }

    @Test
    void a_day_before_the_first_release_is_reconstructed_by_the_first() {
        decided(supplier, FIRST_RELEASE.minusDays(1).toString())
                .body("reconstructed", equalTo(true))
                .body("notices.code", hasItem("RECONSTRUCTED"))
                .body("release.effectiveFrom", equalTo(FIRST_RELEASE.toString()));
        decided(supplier, FIRST_RELEASE.toString()).body("reconstructed", equalTo(false));
    }

    // ---- what a past day shows

    @Test
    void of_a_past_day_what_was_restored_or_revoked_since_is_no_longer_told() {
        for (ListingEvent.Type since : Set.of(ListingEvent.Type.RESTORED, ListingEvent.Type.REVOKED)) {
            String other = organisation();
            UUID listing = listed(other, "2026-05-01", "2027-04-30");
            decided(other, "2026-06-01").body("outcome", equalTo("PROHIBIT"));
            happens(listing, since, "2026-11-01");
            decided(other, "2026-06-01")
                    .body("outcome", equalTo("CLEAR"))
                    .body("measures", empty())
                    .body("withheld", empty());
        }
    }

    @Test
    void of_a_past_day_what_has_only_run_out_since_is_told() {
        listed(supplier, "2025-09-01", "2026-08-31");
        decided(supplier, "2026-06-01").body("outcome", equalTo("PROHIBIT"));
        decided(supplier).body("outcome", equalTo("CLEAR"));
    }

    // ---- known time

    @Test
    void a_late_listing_counts_for_decisions_after_it_is_known_and_changes_none_before() {
        String before =
                decided(supplier).body("outcome", equalTo("CLEAR")).extract().asString();
        String id = io.restassured.path.json.JsonPath.from(before).getString("id");

        listed(supplier, "2026-05-01", "2027-04-30");

        decided(supplier).body("outcome", equalTo("PROHIBIT"));
        decided(supplier, "2026-05-01").body("outcome", equalTo("PROHIBIT"));
        assertThat(read("/v1/decisions/" + id)).isEqualTo(before);
    }

    @Test
    void known_time_counts_what_changes_the_lists_and_nothing_else() {
        long before = listings.lastCommit();
        UUID listing = listed(supplier, "2026-05-01", "2027-04-30");
        assertThat(listings.lastCommit()).as("an entry").isEqualTo(before + 1);
        decided(supplier);
        assertThat(listings.lastCommit()).as("a decision").isEqualTo(before + 1);
        posted("WH-CZJ", "/v1/listings", listing(supplier, "2026-05-01", "2026-04-30"))
                .then()
                .statusCode(422);
        assertThat(listings.lastCommit()).as("a refused entry").isEqualTo(before + 1);
        removed(listing, "2026-12-01");
        assertThat(listings.lastCommit()).as("a removal").isEqualTo(before + 2);
    }

    // ---- several listings

    @Test
    void two_listings_that_give_one_measure_are_two_lines_and_ending_one_leaves_the_other() {
        UUID first = listed(supplier, "2026-05-01", "2027-04-30");
        UUID second = listed(supplier, "2026-06-01", "2027-05-31");
        decided(supplier)
                .body("measures.measure", contains("ZF-01", "ZF-01"))
                .body("measures.listing.id", containsInAnyOrder(first.toString(), second.toString()))
                .body("measures.until", containsInAnyOrder("2027-04-30", "2027-05-31"));
        removed(first, TODAY.toString());
        decided(supplier).body("measures.listing.id", contains(second.toString()));
    }

    // ---- identity

    @Test
    void subjects_that_are_one_are_known_by_any_of_their_numbers_until_that_is_undone() {
        String oldNumber = "420100" + String.format(Locale.ROOT, "%08d", ++nextSubject);
        oldNumber = oldNumber + registrationCheckDigit(oldNumber);
        UUID company = known(IdentifierScheme.USCC, supplier, "武汉示范合并有限公司");
        UUID formerly = known(IdentifierScheme.REGISTRATION_NUMBER, oldNumber, "武汉示范合并厂");
        posted(
                        "WH-CZJ",
                        "/v1/listings",
                        listing(oldNumber, "2026-05-01", "2027-04-30").replace("USCC", "REGISTRATION_NUMBER"))
                .then()
                .statusCode(201);
        decided(supplier).body("outcome", equalTo("CLEAR"));

        merge(company, formerly, true);
        String meanwhile =
                decided(supplier).body("outcome", equalTo("PROHIBIT")).extract().path("id");
        posted("WH-CZJ", "/v1/decisions", question(supplier, "武汉示范合并厂", null, null))
                .then()
                .statusCode(201)
                .body("outcome", equalTo("PROHIBIT"));

        merge(formerly, company, false);
        decided(supplier).body("outcome", equalTo("CLEAR"));
        posted("WH-CZJ", "/v1/decisions", question(oldNumber, null, null, null).replace("USCC", "REGISTRATION_NUMBER"))
                .then()
                .statusCode(201)
                .body("outcome", equalTo("PROHIBIT"));
        assertThat(read("/v1/decisions/" + meanwhile)).contains("\"outcome\":\"PROHIBIT\"");

        merge(company, formerly, true);
        decided(supplier).body("outcome", equalTo("PROHIBIT"));
    }

    @Test
    void a_name_it_never_bore_holds_punishments_back_and_the_same_name_written_otherwise_does_not() {
        listed(supplier, "2026-05-01", "2027-04-30");
        posted("WH-CZJ", "/v1/decisions", question(supplier, "另外一家公司", null, null))
                .then()
                .statusCode(201)
                .body("outcome", equalTo("REVIEW"))
                .body("measures", empty())
                .body("withheld.reason", contains("NAME_MISMATCH"));
        posted("WH-CZJ", "/v1/decisions", question(supplier, "示范 公司（ＡＢ）", null, null))
                .then()
                .statusCode(201)
                .body("outcome", equalTo("PROHIBIT"));
    }

    // ---- L7

    @Test
    void a_desk_adds_no_measure_of_its_own() {
        for (String own :
                Set.of("\"measures\":[{\"measure\":\"ZF-01\"}]", "\"effect\":\"PROHIBIT\"", "\"note\":\"应当从重\"")) {
            posted(
                            "WH-CZJ",
                            "/v1/decisions",
                            question(supplier, null, null, null).replace("\"purpose\"", own + ",\"purpose\""))
                    .then()
                    .statusCode(422)
                    .body("code", equalTo("FIELD_UNKNOWN"));
        }
    }

    // ---- A1

    @Test
    void no_answer_leaves_whose_record_did_not_commit() {
        listed(supplier, "2026-05-01", "2027-04-30");
        long before = decisionsKept();
        refuseAtCommit(
                "decision",
                () -> posted("WH-CZJ", "/v1/decisions", question(supplier, null, null, null))
                        .then()
                        .statusCode(greaterThanOrEqualTo(500))
                        .contentType(startsWith("application/problem+json"))
                        .body(not(containsMeasure())));
        assertThat(decisionsKept()).isEqualTo(before);
        decided(supplier).body("outcome", equalTo("PROHIBIT"));
        assertThat(decisionsKept()).isEqualTo(before + 1);
    }

    // ---- A2

    @Test
    void a_record_names_release_engine_and_the_lists_it_saw_and_its_reasons_stay_what_they_were() {
        UUID listing = listed(supplier, "2026-05-01", "2027-04-30");
        long watermark = listings.lastCommit();
        var answer = decided(supplier).extract().jsonPath();
        String why = "/v1/decisions/" + answer.getString("id") + "/explanation";
        String explained = read(why);
        var record = io.restassured.path.json.JsonPath.from(explained);
        assertThat(record.getLong("watermark")).isEqualTo(watermark);
        assertThat(record.getString("engineVersion")).startsWith("drools 10.2");
        assertThat(record.getString("release.contentHash"))
                .matches("[0-9a-f]{64}")
                .isEqualTo(answer.getString("release.contentHash"));
        assertThat(record.getString("items[0].listing.standing")).isEqualTo("IN_FORCE");
        assertThat(record.getLong("items[0].listing.version")).isEqualTo(watermark);

        happens(listing, ListingEvent.Type.STAYED, "2026-05-01");
        removed(listing, "2026-05-02");
        clock.set(noon(LocalDate.of(2028, 1, 1)));

        assertThat(read(why)).isEqualTo(explained);
    }

    // ---- steps

    private UUID listed(String uscc, String from, String to) {
        return UUID.fromString(posted("WH-CZJ", "/v1/listings", listing(uscc, from, to))
                .then()
                .statusCode(201)
                .extract()
                .path("id"));
    }

    private static String listing(String uscc, String from, String to) {
        return """
                {"listKind":"ZFCG","subject":{"type":"ORGANISATION","scheme":"USCC","identifier":"%s","name":"示范公司(AB)"},
                 "gravity":"SERIOUS","designation":{"documentType":"ADMINISTRATIVE_PENALTY_DECISION",
                 "documentNumber":"示范罚1号","documentDate":"%s","issuedBy":"武汉市财政局","ground":"ZFCG-2","facts":"示范",
                 "legalBases":["ZFCGF-77"],"priorNoticeOn":"%s","measuresReminded":true,
                 "removalConditions":"期限届满","remedies":"行政复议"},"listedOn":"%s","expiresOn":"%s",
                 "decidedTerm":{"from":"%s","to":"%s"},"region":"420100"}""".formatted(uscc, from, LocalDate.parse(from).minusDays(30), from, to, from, to);
    }

    private void removed(UUID listing, String day) {
        posted(
                        "WH-CZJ",
                        "/v1/listings/" + listing + "/removal",
                        "{\"removedOn\":\"%s\",\"reason\":\"履行\",\"documentNumber\":\"移1号\"}".formatted(day))
                .then()
                .statusCode(201);
    }

    private void happens(UUID listing, ListingEvent.Type type, String day) {
        QuarkusTransaction.requiringNew().run(() -> {
            long knownAt = listings.openCommit(CommitKind.BATCH, Set.of("ZFCG"), NOBODY, clock.instant());
            var event = new ListingEvent(UUID.randomUUID(), type, LocalDate.parse(day), knownAt, null, null);
            listings.addEvent(listing, event, NOBODY, clock.instant());
        });
    }

    private UUID known(IdentifierScheme scheme, String number, String name) {
        return QuarkusTransaction.requiringNew()
                .call(() -> subjects.findOrAdd(
                        SubjectType.ORGANISATION,
                        Identifier.parse(scheme, number, "/identifier"),
                        new SubjectName(name),
                        listings.openCommit(CommitKind.LISTING, Set.of(), NOBODY, clock.instant())));
    }

    private void merge(UUID one, UUID other, boolean joined) {
        QuarkusTransaction.requiringNew()
                .run(() -> subjects.record(new SubjectMerge(
                        UUID.randomUUID(),
                        one,
                        other,
                        joined,
                        "判例",
                        null,
                        null,
                        null,
                        null,
                        listings.openCommit(CommitKind.LISTING, Set.of(), NOBODY, clock.instant()))));
    }

    private ValidatableResponse decided(String uscc) {
        return asked(uscc, null, null).then().statusCode(201);
    }

    private ValidatableResponse decided(String uscc, String asOf) {
        boolean past = LocalDate.parse(asOf).isBefore(TODAY);
        return asked(uscc, asOf, past ? "复核" : null).then().statusCode(201);
    }

    private Response asked(String uscc, @Nullable String asOf, @Nullable String reason) {
        return posted("WH-CZJ", "/v1/decisions", question(uscc, null, asOf, reason));
    }

    private static String question(String uscc, @Nullable String name, @Nullable String asOf, @Nullable String reason) {
        return """
                {"subject":{"type":"ORGANISATION","scheme":"USCC","identifier":"%s"%s},%s%s
                 "matter":"GOVERNMENT_PROCUREMENT_QUALIFICATION","region":"420100",
                 "purpose":"供应商资格审查","caseNumber":"测试-1"}""".formatted(
                        uscc,
                        name == null ? "" : ",\"name\":\"" + name + "\"",
                        asOf == null ? "" : "\"asOf\":\"" + asOf + "\",",
                        reason == null ? "" : "\"asOfReason\":\"" + reason + "\",");
    }

    private Response posted(String department, String path, String body) {
        return given().filter(new ContractFilter())
                .auth()
                .oauth2(keys.of(department, Role.INITIATING_DEPARTMENT, Role.IMPLEMENTING_AGENCY))
                .contentType(ContentType.JSON)
                .body(body)
                .post(path);
    }

    private String read(String path) {
        return given().filter(new ContractFilter())
                .auth()
                .oauth2(keys.of("WH-CZJ", Role.INITIATING_DEPARTMENT, Role.IMPLEMENTING_AGENCY))
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private long decisionsKept() {
        return ((Number) QuarkusTransaction.requiringNew()
                        .call(() -> entities.createNativeQuery("select count(*) from decision")
                                .getSingleResult()))
                .longValue();
    }

    /** While the step runs, a transaction that wrote to the table fails when it commits and not before. */
    private void refuseAtCommit(String table, Runnable step) {
        sql("create function refuse_commit() returns trigger language plpgsql as "
                + "'begin raise exception ''the disk is gone''; end'");
        sql("create constraint trigger refuse_commit after insert on " + table
                + " deferrable initially deferred for each row execute function refuse_commit()");
        try {
            step.run();
        } finally {
            sql("drop trigger refuse_commit on " + table);
            sql("drop function refuse_commit()");
        }
    }

    private void sql(String statement) {
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery(statement).executeUpdate());
    }

    private static org.hamcrest.Matcher<String> containsMeasure() {
        return org.hamcrest.Matchers.containsString("ZFCG-0");
    }

    private static Instant noon(LocalDate day) {
        return day.atTime(LocalTime.NOON).atZone(BeijingTime.ZONE).toInstant();
    }

    private static char registrationCheckDigit(String first14) {
        for (char digit = '0'; digit <= '9'; digit++) {
            try {
                Identifier.parse(IdentifierScheme.REGISTRATION_NUMBER, first14 + digit, "/identifier");
                return digit;
            } catch (org.xinheng.kernel.Refusal another) {
                // the next digit
            }
        }
        throw new IllegalStateException("no check digit fits " + first14);
    }

    private static synchronized String organisation() {
        nextSubject++;
        return Fixtures.organisation("91420100", String.format(Locale.ROOT, "DW%06d", nextSubject));
    }
}
