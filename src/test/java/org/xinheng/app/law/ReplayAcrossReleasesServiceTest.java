package org.xinheng.app.law;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.xinheng.app.command.ReplayCommand;
import org.xinheng.decision.RuleBook;
import org.xinheng.decision.RuleBooks;
import org.xinheng.decision.replay.Replay;
import org.xinheng.decision.replay.Scorecard;
import org.xinheng.decision.service.ReplayPeriod;
import org.xinheng.impact.TrialRuleBooks;
import org.xinheng.kernel.BeijingTime;
import org.xinheng.law.Effect;
import org.xinheng.release.ContentHash;
import org.xinheng.release.Draft;
import org.xinheng.release.Release;
import org.xinheng.release.ReleaseContent;
import org.xinheng.release.Releases;
import org.xinheng.release.gate.GateReport;
import org.xinheng.release.gate.GateReports;
import org.xinheng.testing.PostgresResource;
import picocli.CommandLine;

/** All demonstration decisions come out the same, whatever has become law since; and by their own rules. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@TestProfile(ReplayAcrossReleasesServiceTest.WithDemonstration.class)
class ReplayAcrossReleasesServiceTest {
    /** The demonstration is made. */
    public static class WithDemonstration implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("xinheng.demonstration", "true");
        }
    }

    @Inject
    ReplayPeriod replayPeriod;

    @Inject
    ReplayCommand replayCommand;

    @Inject
    Releases releases;

    @Inject
    GateReports gateReports;

    @Inject
    LawInForce lawInForce;

    @Inject
    RuleBooks ruleBooks;

    @Inject
    TrialRuleBooks trialRuleBooks;

    @Inject
    EntityManager entities;

    @Inject
    Clock clock;

    @Test
    void every_demonstration_decision_comes_out_the_same_after_a_release_change_and_otherwise_under_today() {
        LocalDate today = BeijingTime.dayOf(clock.instant());
        Scorecard before = replayPeriod.replay(today.minusDays(1), today, Replay.Under.THEN);
        assertThat(before.decisions()).isGreaterThanOrEqualTo(500);
        assertThat(before.examples()).isEmpty();
        assertThat(before.same()).isEqualTo(before.decisions());

        Release first = ruleBooks.on(today).ruleBook().release();
        Release second = new Release(
                new UUID(7, 7),
                ContentHash.of(List.of(), releases.rules(first.id())),
                clock.instant(),
                first.engineVersion(),
                new ReleaseContent(
                        first.registers(),
                        first.content().rules().stream()
                                .filter(rule -> rule.effect() != Effect.PROHIBIT)
                                .toList(),
                        List.of()));
        QuarkusTransaction.requiringNew().run(() -> {
            keep(second);
            releases.activate(second.id(), today, clock.instant());
        });
        lawInForce.refresh();
        assertThat(ruleBooks.on(today).ruleBook().release().id()).isEqualTo(second.id());

        Scorecard after = replayPeriod.replay(today.minusDays(1), today, Replay.Under.THEN);
        assertThat(after.examples()).isEmpty();
        assertThat(after.same()).isEqualTo(before.decisions());

        Scorecard underToday = replayPeriod.replay(today.minusDays(1), today, Replay.Under.TODAY);
        assertThat(underToday.different()).isPositive();
        assertThat(underToday.causes()).containsOnlyKeys(Replay.Cause.RELEASE);

        assertThat(theCommandSays(0, today)).contains("SAME\t" + before.decisions(), "DIFFERENT\t0", "FAILED\t0");
        assertThat(theCommandSays(1, today, "--under", "TODAY"))
                .contains(
                        "under\tTODAY",
                        "DIFFERENT\t" + underToday.different(),
                        "  by RELEASE\t" + underToday.different(),
                        "different\t");
    }

    @Test
    void a_release_is_decided_by_the_rules_it_was_made_with_and_not_by_those_of_the_build() {
        LocalDate today = BeijingTime.dayOf(clock.instant());
        Release first = releases.find(releases.tenures().get(0).releaseId()).orElseThrow();
        assertThat(releases.rules(first.id()))
                .containsOnlyKeys("10-match.drl", "20-basis.drl", "30-stop.drl", "40-conflicts.drl");
        Release old =
                new Release(new UUID(7, 8), "1".repeat(64), clock.instant(), first.engineVersion(), first.content());
        QuarkusTransaction.requiringNew().run(() -> {
            keep(old);
            entities.createNativeQuery("alter table release_rule disable trigger release_rule_stays")
                    .executeUpdate();
            // a release of long ago: rules that had no L1-4
            entities.createNativeQuery("""
                update release_rule set text = regexp_replace(text, 'rule "L1-4.*?end', '', 's')
                where release_id = :id\
                """).setParameter("id", old.id()).executeUpdate();
            entities.createNativeQuery("alter table release_rule enable trigger release_rule_stays")
                    .executeUpdate();
        });
        String then = String.join("", releases.rules(old.id()).values());
        assertThat(then).doesNotContain("rule \"L1-4").contains("rule \"L1-3");

        assertThat(unverified(ruleBooks.recorded(first.id()), today)).isPositive();
        assertThat(unverified(ruleBooks.recorded(old.id()), today)).isZero();
        assertThat(unverified(trialRuleBooks.of(old.id()), today))
                .as("an impact compares what each decides by")
                .isZero();
    }

    /** How many rows the rules hold back as unverified, over every list kind and matter. */
    private static long unverified(RuleBook book, LocalDate day) {
        return book.release().content().rules().stream()
                .filter(rule -> rule.effect() == Effect.RESTRICT)
                .flatMap(rule -> book.evaluate(ReplayInquiries.matching(rule, day)).stream())
                .filter(conclusion -> conclusion.withheld() == org.xinheng.decision.WithheldReason.BASIS_UNVERIFIED)
                .count();
    }

    /** As if it had been handed in and had passed the gate. */
    private void keep(Release release) {
        releases.add(new Draft(release.id(), release.contentHash(), release.createdAt()), List.of());
        gateReports.add(
                release.id(),
                new GateReport(
                        1,
                        BeijingTime.dayOf(clock.instant()),
                        clock.instant(),
                        release.engineVersion(),
                        List.of(),
                        new org.xinheng.release.gate.Coverage(List.of()),
                        release.content()));
    }

    private String theCommandSays(int expected, LocalDate today, String... more) {
        var out = new StringWriter();
        var words = new ArrayList<>(List.of("--from", today.minusDays(1).toString(), "--to", today.toString()));
        words.addAll(List.of(more));
        int code = new CommandLine(replayCommand).setOut(new PrintWriter(out)).execute(words.toArray(String[]::new));
        assertThat(code).isEqualTo(expected);
        return out.toString();
    }
}
