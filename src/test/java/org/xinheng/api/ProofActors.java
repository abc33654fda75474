package org.xinheng.api;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.xinheng.caller.BearerKey;
import org.xinheng.caller.Caller;
import org.xinheng.caller.CallerKey;
import org.xinheng.caller.CallerKeys;
import org.xinheng.caller.Role;
import org.xinheng.kernel.BeijingTime;
import org.xinheng.kernel.CitizenId;
import org.xinheng.testing.ContractFilter;
import org.xinheng.testing.Fixtures;

/** A finance bureau that lists and decides, and an auditor who asks afterwards; subjects are made up as needed. */
public final class ProofActors {
    private static final AtomicInteger NEXT_SUBJECT = new AtomicInteger();

    private final CallerKeys callerKeys;
    private final Clock clock;
    public final LocalDate today;
    public final String finance;
    public final String auditor;

    public ProofActors(CallerKeys callerKeys, Clock clock) {
        this.callerKeys = callerKeys;
        this.clock = clock;
        this.today = BeijingTime.dayOf(clock.instant());
        this.finance = key("WH-CZJ", Role.IMPLEMENTING_AGENCY, Role.INITIATING_DEPARTMENT);
        this.auditor = key("WH-XYB", Role.AUDITOR);
    }

    public String key(String department, Role... roles) {
        String secret = "test-" + UUID.randomUUID();
        callerKeys.add(
                new CallerKey(
                        new Caller(UUID.randomUUID(), department, Set.of(roles)), "test", false, clock.instant(), null),
                new BearerKey(secret).hash());
        return secret;
    }

    public static String organisation() {
        return Fixtures.organisation("91420100", String.format(Locale.ROOT, "W%07d", NEXT_SUBJECT.incrementAndGet()));
    }

    /** A made-up person: region code 000000 is nobody's. */
    public static String person() {
        String body = "00000019800101" + String.format(Locale.ROOT, "%03d", NEXT_SUBJECT.incrementAndGet());
        return "10X98765432"
                .chars()
                .mapToObj(check -> body + (char) check)
                .filter(number -> {
                    try {
                        new CitizenId(number);
                        return true;
                    } catch (RuntimeException wrongCheck) {
                        return false;
                    }
                })
                .findFirst()
                .orElseThrow();
    }

    /** Lists a supplier as barred from government procurement; answers the listing's id. */
    public String listed(String supplier, LocalDate from, LocalDate to) {
        return asked(finance, """
            {"listKind":"ZFCG","subject":{"type":"ORGANISATION","scheme":"USCC","identifier":"%s","name":"示范公司"},
             "gravity":"SERIOUS","designation":{"documentType":"ADMINISTRATIVE_PENALTY_DECISION",
             "documentNumber":"示范罚1号","documentDate":"%s","issuedBy":"武汉市财政局","ground":"ZFCG-2","facts":"示范",
             "legalBases":["ZFCGF-77"],"priorNoticeOn":"%s","measuresReminded":true,
             "removalConditions":"期限届满","remedies":"行政复议"},"listedOn":"%s","expiresOn":"%s",
             "decidedTerm":{"from":"%s","to":"%s"},"region":"420100"}\
            """.formatted(supplier, from, from.minusDays(30), from, to, from, to))
                .post("/v1/listings")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    public void removed(String listing) {
        asked(finance, """
            {"removedOn":"%s","reason":"期限届满","documentNumber":"移出1号"}\
            """.formatted(today))
                .post("/v1/listings/{id}/removal", listing)
                .then()
                .statusCode(201);
    }

    /** Asks about a supplier in government procurement; answers the decision. */
    public JsonPath decided(String supplier) {
        return asked(finance, question(supplier))
                .post("/v1/decisions")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    public static String question(String supplier) {
        return """
            {"subject":{"type":"ORGANISATION","scheme":"USCC","identifier":"%s"},
             "matter":"GOVERNMENT_PROCUREMENT_QUALIFICATION","region":"420100",
             "purpose":"供应商资格审查","caseNumber":"测试-1"}\
            """.formatted(supplier);
    }

    public static RequestSpecification asked(String key, String body) {
        return with(key).contentType(ContentType.JSON).body(body);
    }

    public static RequestSpecification with(String key) {
        return given().filter(new ContractFilter()).auth().oauth2(key);
    }
}
