package org.xinheng.app.law;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xinheng.kernel.BeijingTime;
import org.xinheng.kernel.ErrorCode;
import org.xinheng.kernel.Refusal;
import org.xinheng.release.Actor;
import org.xinheng.release.Releases;
import org.xinheng.release.RulesOfLaw;
import org.xinheng.release.Tenure;
import org.xinheng.release.life.LifeEvents;
import org.xinheng.release.life.Opening;
import org.xinheng.testing.DraftsUnderTest;
import org.xinheng.testing.TestKeys;
import org.xinheng.work.store.Listener;

/**
 * Issue 3, item 7: the service under test is one node; a second one, with a knowledge base and a watch of its own, stands
 * on the same database and hears of steps by PostgreSQL alone.
 */
@QuarkusTest
class TwoNodesServiceTest {
    private static final Duration WITHIN = Duration.ofSeconds(5);

    @Inject
    TestKeys keys;

    @Inject
    Releases releases;

    @Inject
    LifeEvents lifeEvents;

    @Inject
    RulesOfLaw rulesOfThisBuild;

    @Inject
    AgroalDataSource dataSource;

    @Inject
    Clock clock;

    private DraftsUnderTest drafts;
    private Node second;

    /** Another node. */
    private record Node(LawInForce law, ReleaseWatch watch, Listener listener, LawReadiness readiness) {
        void stop() {
            watch.stop(null);
            listener.stop(null);
        }

        String contentHash(LocalDate day) {
            return law.on(day).ruleBook().release().contentHash();
        }
    }

    @BeforeEach
    void aSecondNode() {
        drafts = new DraftsUnderTest(keys);
        second = node(releases);
    }

    @AfterEach
    void oneNodeIsLeftAndTheFirstReleaseServes() {
        second.stop();
        drafts.takeBackAll();
    }

    @Test
    void a_step_through_one_node_is_law_on_the_other_within_five_seconds_under_the_same_content_hash() {
        LocalDate today = second.law().today();
        String before = second.contentHash(today);
        String id = drafts.checked();
        drafts.approved(id, today);
        String hash = drafts.contentHash(id);
        await().atMost(WITHIN).until(() -> second.contentHash(today).equals(hash));
        assertThat(readyData(second)).containsEntry("contentHash", hash);
        assertThat(second.readiness().call().getStatus()).isEqualTo(HealthCheckResponse.Status.UP);

        drafts.takeBackAll();
        await().atMost(WITHIN).until(() -> second.contentHash(today).equals(before));
    }

    @Test
    void every_node_has_compiled_a_release_before_its_day_comes() {
        LocalDate day = second.law().today().plusDays(8);
        String id = drafts.checked();
        drafts.approved(id, day);
        await().atMost(WITHIN).until(() -> second.law().serving().loaded().containsKey(UUID.fromString(id)));
        assertThat(second.contentHash(day)).isEqualTo(drafts.contentHash(id));
        assertThat(second.contentHash(day.minusDays(1))).isNotEqualTo(drafts.contentHash(id));
    }

    @Test
    void a_node_that_cannot_vouch_for_a_release_reports_it_and_serves_no_other_one_in_its_place() {
        Node other = node((Releases) Proxy.newProxyInstance(
                Releases.class.getClassLoader(),
                new Class<?>[] {Releases.class},
                (proxy, method, arguments) ->
                        method.getName().equals("workbooks") ? List.of() : method.invoke(releases, arguments)));
        try {
            LocalDate today = other.law().today();
            HealthCheckResponse response = other.readiness().call();
            assertThat(response.getStatus()).isEqualTo(HealthCheckResponse.Status.DOWN);
            assertThat(readyData(other).toString()).contains("notLoaded").contains("kept make content");
            assertThatThrownBy(() -> other.law().on(today))
                    .isInstanceOfSatisfying(
                            Refusal.class,
                            refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.RELEASE_NOT_LOADED));
            given().get("/q/health/ready").then().statusCode(200);
        } finally {
            other.stop();
        }
    }

    @Test
    void a_node_that_missed_an_announcement_finds_the_step_by_looking() throws Exception {
        LocalDate today = second.law().today();
        String id = drafts.checked();
        second.stop();
        drafts.approved(id, today);
        assertThat(second.contentHash(today)).isNotEqualTo(drafts.contentHash(id));
        second.law().refresh();
        assertThat(second.contentHash(today)).isEqualTo(drafts.contentHash(id));
    }

    @Test
    void a_step_that_nobody_announced_is_found_within_five_seconds() {
        LocalDate today = second.law().today();
        String id = drafts.checked();
        QuarkusTransaction.requiringNew()
                .run(() -> lifeEvents.open(
                        new Tenure(UUID.fromString(id), today, clock.instant()),
                        Opening.Step.ACTIVATION,
                        new Actor(UUID.randomUUID(), null, "WH-XYB"),
                        "不经公告"));
        drafts.takeBackLater(id);
        await().atMost(WITHIN).until(() -> second.contentHash(today).equals(drafts.contentHash(id)));
    }

    @Test
    void a_node_that_cannot_load_what_is_approved_for_a_day_to_come_says_so_and_serves_today() {
        LocalDate day = second.law().today().plusDays(9);
        UUID id = UUID.fromString(drafts.checked());
        drafts.approved(id.toString(), day);
        Node other = node((Releases) Proxy.newProxyInstance(
                Releases.class.getClassLoader(),
                new Class<?>[] {Releases.class},
                (proxy, method, arguments) -> method.getName().equals("workbooks") && id.equals(arguments[0])
                        ? List.of()
                        : method.invoke(releases, arguments)));
        try {
            assertThat(other.readiness().call().getStatus()).isEqualTo(HealthCheckResponse.Status.UP);
            assertThat(readyData(other)).containsKey("notLoaded " + id);
            assertThat(other.contentHash(day.minusDays(1))).isEqualTo(second.contentHash(day.minusDays(1)));
            assertThatThrownBy(() -> other.law().on(day))
                    .isInstanceOfSatisfying(
                            Refusal.class,
                            refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.RELEASE_NOT_LOADED));
        } finally {
            other.stop();
        }
    }

    @Test
    void the_law_changes_at_midnight_in_shanghai_by_itself() {
        var midnight = new MovableClock(clock);
        LawInForce law = law(releases, midnight);
        String id = drafts.checked();
        LocalDate tomorrow = law.today().plusDays(1);
        drafts.approved(id, tomorrow);
        law.refresh();
        assertThat(law.now()).isSameAs(law.on(law.today()).ruleBook().release().registers());
        assertThat(law.on(law.today()).ruleBook().release().id()).isNotEqualTo(UUID.fromString(id));
        midnight.to(tomorrow);
        assertThat(law.today()).isEqualTo(tomorrow);
        assertThat(law.now()).isSameAs(law.on(tomorrow).ruleBook().release().registers());
        assertThat(law.on(law.today()).ruleBook().release().id()).isEqualTo(UUID.fromString(id));
    }

    private Node node(Releases stored) {
        LawInForce law = law(stored, clock);
        law.refresh();
        var listener = new Listener(dataSource);
        var watch = new ReleaseWatch(law, listener);
        watch.start();
        return new Node(law, watch, listener, new LawReadiness(law));
    }

    private LawInForce law(Releases stored, Clock time) {
        var loader = new RuleBookLoader(stored, rulesOfThisBuild);
        return new LawInForce(stored, loader, new PastRuleBooks(loader), time);
    }

    private static Map<String, Object> readyData(Node node) {
        return node.readiness().call().getData().orElseThrow();
    }

    /** A clock that can be put forward. */
    private static final class MovableClock extends Clock {
        private final Clock base;
        private Duration ahead = Duration.ZERO;

        MovableClock(Clock base) {
            this.base = base;
        }

        void to(LocalDate day) {
            ahead = Duration.between(
                    base.instant(), day.atStartOfDay(BeijingTime.ZONE).toInstant());
        }

        @Override
        public java.time.ZoneId getZone() {
            return base.getZone();
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return base.withZone(zone);
        }

        @Override
        public java.time.Instant instant() {
            return base.instant().plus(ahead);
        }
    }
}
