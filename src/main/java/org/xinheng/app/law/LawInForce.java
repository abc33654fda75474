package org.xinheng.app.law;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.xinheng.catalogue.MeasureRule;
import org.xinheng.catalogue.Registers;
import org.xinheng.catalogue.RegistersInForce;
import org.xinheng.decision.RuleBook;
import org.xinheng.decision.RuleBooks;
import org.xinheng.kernel.BeijingTime;
import org.xinheng.kernel.ErrorCode;
import org.xinheng.kernel.Refusal;
import org.xinheng.release.Release;
import org.xinheng.release.Releases;
import org.xinheng.release.Tenure;
import org.xinheng.release.Timeline;

/**
 * Which knowledge base is law on which day, on this node.
 *
 * <p>What serves is one value that is swapped as a whole: a request takes it once and is decided under it to the end. What
 * is law today or on a day to come is compiled before the swap, so that no request waits for it; a release of the past is
 * compiled when somebody asks for it. A release that this node cannot load is reported, and no other one serves in its
 * place.
 */
@ApplicationScoped
public class LawInForce implements RuleBooks, RegistersInForce {
    private static final Logger LOG = Logger.getLogger(LawInForce.class);
    private static final Duration TRY_AGAIN_AFTER = Duration.ofSeconds(10);

    private final Releases releases;
    private final RuleBookLoader loader;
    private final PastRuleBooks past;
    private final Clock clock;
    private volatile @Nullable Serving serving;

    LawInForce(Releases releases, RuleBookLoader loader, PastRuleBooks past, Clock clock) {
        this.releases = releases;
        this.loader = loader;
        this.past = past;
        this.clock = clock;
    }

    /**
     * What serves on this node.
     *
     * @param tenures from which it was made
     * @param loaded knowledge bases of what is law from today on, and of what was taken up before
     * @param failed what is law from today on and could not be loaded
     */
    record Serving(
            List<Tenure> tenures, Timeline timeline, Map<UUID, RuleBook> loaded, Map<UUID, LoadFailure> failed) {}

    /** Why a release could not be loaded. */
    record LoadFailure(Instant at, String reason) {}

    @Override
    public InForce on(LocalDate day) {
        Serving now = serving();
        Timeline.Answer answer = now.timeline().on(day);
        UUID id = answer.tenure().releaseId();
        RuleBook ruleBook = now.loaded().get(id);
        if (ruleBook == null) {
            if (now.failed().containsKey(id)) {
                throw Refusal.of(ErrorCode.RELEASE_NOT_LOADED, id.toString());
            }
            ruleBook = pastRuleBook(id);
        }
        return new InForce(ruleBook, answer.tenure(), answer.reconstructed());
    }

    private RuleBook pastRuleBook(UUID id) {
        try {
            return past.get(id);
        } catch (IllegalStateException failure) {
            LOG.errorf(failure, "release %s cannot be loaded on this node", id);
            throw Refusal.of(ErrorCode.RELEASE_NOT_LOADED, id.toString());
        }
    }

    @Override
    public RuleBook recorded(UUID releaseId) {
        RuleBook ruleBook = serving().loaded().get(releaseId);
        return ruleBook == null ? past.recorded(releaseId) : ruleBook;
    }

    @Override
    public Registers now() {
        return todaysRelease().registers();
    }

    @Override
    public List<MeasureRule> rulesNow() {
        return todaysRelease().content().rules();
    }

    @Override
    public Stream<Registers> ever() {
        return releasesEver().map(Release::registers);
    }

    @Override
    public Stream<MeasureRule> rulesEver() {
        return releasesEver().flatMap(release -> release.content().rules().stream());
    }

    /** Today's first; another is read only when it is asked for. */
    private Stream<Release> releasesEver() {
        Release today = todaysRelease();
        return Stream.concat(
                Stream.of(today),
                serving().tenures().stream()
                        .map(Tenure::releaseId)
                        .distinct()
                        .filter(id -> !id.equals(today.id()))
                        .flatMap(id -> releases.find(id).stream()));
    }

    private Release todaysRelease() {
        return on(today()).ruleBook().release();
    }

    /** The day, Asia/Shanghai: what is law changes at midnight by itself. */
    LocalDate today() {
        return BeijingTime.dayOf(clock.instant());
    }

    /** What serves now. */
    Serving serving() {
        Serving now = serving;
        return now == null ? refresh() : now;
    }

    /**
     * Takes up what has been decided since: loads what is law from today on and is not loaded yet, then swaps.
     *
     * @return what serves now
     */
    synchronized Serving refresh() {
        List<Tenure> tenures = releases.tenures();
        Serving before = serving;
        Instant now = clock.instant();
        if (before != null && before.tenures().equals(tenures) && !worthTryingAgain(before, now)) {
            return before;
        }
        Timeline timeline = new Timeline(tenures);
        Map<UUID, RuleBook> loaded = new HashMap<>();
        Map<UUID, LoadFailure> failed = new HashMap<>();
        for (UUID id : fromTodayOn(timeline)) {
            RuleBook known = before == null ? null : before.loaded().get(id);
            LoadFailure lastFailure = before == null ? null : before.failed().get(id);
            if (known != null) {
                loaded.put(id, known);
            } else if (lastFailure != null && !over(lastFailure, now)) {
                failed.put(id, lastFailure);
            } else {
                load(id, loaded::put, failed::put, now);
            }
        }
        if (before != null) {
            past.keep(before.loaded(), loaded.keySet());
        }
        Serving after = new Serving(tenures, timeline, Map.copyOf(loaded), Map.copyOf(failed));
        serving = after;
        return after;
    }

    private void load(UUID id, BiConsumer<UUID, RuleBook> loaded, BiConsumer<UUID, LoadFailure> failed, Instant now) {
        try {
            loaded.accept(id, loader.load(id));
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError failure) {
            LOG.errorf(failure, "release %s cannot be loaded on this node", id);
            failed.accept(id, new LoadFailure(now, String.valueOf(failure.getMessage())));
        }
    }

    private Set<UUID> fromTodayOn(Timeline timeline) {
        LocalDate today = today();
        Set<UUID> ids = new LinkedHashSet<>();
        ids.add(timeline.on(today).tenure().releaseId());
        timeline.tenures().stream()
                .filter(tenure -> tenure.effectiveFrom().isAfter(today))
                .forEach(tenure -> ids.add(tenure.releaseId()));
        return ids;
    }

    private static boolean worthTryingAgain(Serving before, Instant now) {
        return before.failed().values().stream().anyMatch(failure -> over(failure, now));
    }

    private static boolean over(LoadFailure failure, Instant now) {
        return !failure.at().plus(TRY_AGAIN_AFTER).isAfter(now);
    }
}
