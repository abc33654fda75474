package org.xinheng.demonstration;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.xinheng.app.startup.RunMode;
import org.xinheng.app.startup.ServiceSettings;
import org.xinheng.app.startup.StartupRefused;
import org.xinheng.caller.CallerKey;
import org.xinheng.caller.CallerKeys;
import org.xinheng.decision.RuleBooks;
import org.xinheng.kernel.BeijingTime;
import org.xinheng.listing.Listings;
import org.xinheng.release.ReleaseContent;

/**
 * The demonstration: keys, subjects, listings and decisions that are made up, so that a newcomer is deciding at once. It
 * is made at the first start of the embedded database, after its first release, and through the same use cases as
 * everything else: nothing of it passes a rule by.
 */
@ApplicationScoped
public class Demonstration {
    private static final Logger LOG = Logger.getLogger(Demonstration.class);
    private static final String SETTING = "xinheng.demonstration";
    private static final long SEED = 20_260_501L;
    private static final int AFTER_THE_FIRST_RELEASE = 15;
    private static final int SECONDS_TO_DECIDE = 300;

    /** Made before anything else: its day is the day of the first start. */
    private static final DemonstrationKey FIRST_KEY = DemonstrationKey.ALL.get(0);

    /** Made together with the decisions, which are the last of it: where it is, nothing is left to do. */
    private static final DemonstrationKey LAST_KEY = DemonstrationKey.ALL.get(DemonstrationKey.ALL.size() - 1);

    private final boolean enabled;
    private final CallerKeys callerKeys;
    private final Listings listings;
    private final RuleBooks ruleBooks;
    private final DemonstrationListings demonstrationListings;
    private final DemonstrationDecisions demonstrationDecisions;
    private final RunMode runMode;
    private final Clock clock;

    /**
     * Takes in the settings; without one, there is a demonstration where there is an embedded database.
     *
     * @throws StartupRefused when it is asked for on an outside database, where keys with known texts must never work
     */
    Demonstration(
            ServiceSettings settings,
            RunMode runMode,
            CallerKeys callerKeys,
            Listings listings,
            RuleBooks ruleBooks,
            DemonstrationListings demonstrationListings,
            DemonstrationDecisions demonstrationDecisions,
            Clock clock) {
        this.enabled = enabled(settings.demonstration(), runMode.embeddedDatabase());
        this.callerKeys = callerKeys;
        this.listings = listings;
        this.ruleBooks = ruleBooks;
        this.demonstrationListings = demonstrationListings;
        this.demonstrationDecisions = demonstrationDecisions;
        this.runMode = runMode;
        this.clock = clock;
    }

    static boolean enabled(Optional<Boolean> asked, boolean embedded) {
        if (asked.orElse(embedded) && !embedded) {
            throw new StartupRefused("`" + SETTING + "` is set, and the database is not the embedded one: keys with "
                    + "known texts are never made there; unset `XINHENG_DEMONSTRATION`, or unset "
                    + "`QUARKUS_DATASOURCE_JDBC_URL` to run on the embedded database");
        }
        return asked.orElse(embedded);
    }

    /**
     * Makes the demonstration before the service starts its background work.
     */
    void onStart(@Observes @Priority(AFTER_THE_FIRST_RELEASE) StartupEvent started) {
        if (runMode.serving()) {
            load(BeijingTime.dayOf(clock.instant()));
        }
    }

    /**
     * Makes the demonstration, or what a start that was cut off left undone of it; does nothing where it is not wanted,
     * where it is complete, or where the database already held listings of somebody else.
     *
     * @param today day of this start, Asia/Shanghai; listings are dated from the day of the first
     */
    public void load(LocalDate today) {
        if (!enabled) {
            return;
        }
        Optional<LocalDate> begunOn = QuarkusTransaction.requiringNew().call(() -> madeOn(FIRST_KEY));
        if (begunOn.isEmpty()) {
            if (QuarkusTransaction.requiringNew().call(listings::lastCommit) > 0) {
                return;
            }
            QuarkusTransaction.requiringNew()
                    .run(() -> DemonstrationKey.ALL.stream()
                            .filter(key -> !key.equals(LAST_KEY))
                            .forEach(this::add));
        } else if (QuarkusTransaction.requiringNew()
                .call(() -> madeOn(LAST_KEY))
                .isPresent()) {
            return;
        }
        long start = System.nanoTime();
        make(begunOn.orElse(today));
        LOG.infof(
                "demonstration made in %d ms: %d organisations, %d persons, %d listings, %d decisions",
                (System.nanoTime() - start) / 1_000_000,
                SyntheticOrganisations.COUNT,
                SyntheticPersons.COUNT,
                SyntheticListings.COUNT,
                SyntheticQuestions.COUNT);
    }

    private Optional<LocalDate> madeOn(DemonstrationKey key) {
        return callerKeys.byHash(key.bearerKey().hash()).map(made -> BeijingTime.dayOf(made.createdAt()));
    }

    private void add(DemonstrationKey key) {
        callerKeys.add(
                new CallerKey(key.caller(), key.secret(), true, clock.instant(), null),
                key.bearerKey().hash());
    }

    private void make(LocalDate firstDay) {
        ReleaseContent content = ruleBooks.on(firstDay).ruleBook().release().content();
        SyntheticWorld world = SyntheticWorld.of(content.registers(), content.rules(), firstDay, SEED);
        demonstrationListings.enter(world.listings());
        QuarkusTransaction.requiringNew().timeout(SECONDS_TO_DECIDE).run(() -> {
            demonstrationDecisions.make(world.questions(), SEED);
            add(LAST_KEY);
        });
    }
}
