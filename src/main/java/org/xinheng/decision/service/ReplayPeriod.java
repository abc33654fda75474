package org.xinheng.decision.service;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.xinheng.audit.AuditEntry;
import org.xinheng.audit.AuditKind;
import org.xinheng.audit.AuditTrail;
import org.xinheng.decision.DecisionRequest;
import org.xinheng.decision.Decisions;
import org.xinheng.decision.Replayable;
import org.xinheng.decision.RuleBooks;
import org.xinheng.decision.replay.Replay;
import org.xinheng.decision.replay.Replayer;
import org.xinheng.decision.replay.Scorecard;
import org.xinheng.kernel.BeijingTime;
import org.xinheng.kernel.TimeOrderedId;
import org.xinheng.listing.Listings;
import org.xinheng.listing.SubjectHistory;

/**
 * Decides every decision of a period again. Decisions are read in stretches of one statement each, with one more for all
 * their subjects; stretches are worked on side by side and never more than a few at once, so that a million decisions
 * need no more memory than a thousand.
 */
@ApplicationScoped
public class ReplayPeriod {
    private static final Logger LOG = Logger.getLogger(ReplayPeriod.class);
    private static final int STRETCH = 1_000;

    private final Decisions decisions;
    private final RuleBooks ruleBooks;
    private final Listings listings;
    private final AuditTrail auditTrail;
    private final Clock clock;

    ReplayPeriod(Decisions decisions, RuleBooks ruleBooks, Listings listings, AuditTrail auditTrail, Clock clock) {
        this.decisions = decisions;
        this.ruleBooks = ruleBooks;
        this.listings = listings;
        this.auditTrail = auditTrail;
        this.clock = clock;
    }

    /**
     * Replays a period.
     *
     * @param from first day of decision, Asia/Shanghai
     * @param to last day of decision
     */
    public Scorecard replay(LocalDate from, LocalDate to, Replay.Under under) {
        QuarkusTransaction.requiringNew()
                .run(() -> auditTrail.record(AuditEntry.ofTheService(
                        clock.instant(), AuditKind.DECISIONS_REPLAYED, from + "/" + to + " " + under)));
        Replayer.@Nullable Today today = under == Replay.Under.TODAY ? today() : null;
        UUID after = before(from.atStartOfDay(BeijingTime.ZONE).toInstant());
        UUID end = TimeOrderedId.first(
                to.plusDays(1).atStartOfDay(BeijingTime.ZONE).toInstant());
        Scorecard scorecard = new Scorecard();
        int workers = Runtime.getRuntime().availableProcessors();
        Semaphore free = new Semaphore(2 * workers);
        ExecutorService pool = Executors.newFixedThreadPool(workers);
        try {
            Future<?> last = pool.submit(() -> {});
            Optional<UUID> upTo = decisions.idFurtherOn(after, end, STRETCH);
            while (upTo.isPresent()) {
                UUID begin = after;
                UUID until = upTo.get();
                free.acquireUninterruptibly();
                last = pool.submit(() -> {
                    try {
                        replay(begin, until, today, scorecard);
                    } finally {
                        free.release();
                    }
                });
                after = until;
                upTo = decisions.idFurtherOn(after, end, STRETCH);
            }
            last.get();
            free.acquireUninterruptibly(2 * workers);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a stretch of decisions cannot be replayed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while replaying", e);
        } finally {
            pool.shutdown();
        }
        return scorecard;
    }

    private void replay(UUID after, UUID upTo, Replayer.@Nullable Today today, Scorecard scorecard) {
        List<Replayable> stretch = decisions.replayable(after, upTo);
        Set<String> lookups =
                stretch.stream().flatMap(each -> each.lookups().stream()).collect(Collectors.toSet());
        Map<String, SubjectHistory> histories = listings.historiesOf(lookups);
        Map<Long, Map<String, Instant>> readings = new HashMap<>();
        Map<UUID, Replayer> replayers = new HashMap<>();
        for (Replayable stored : stretch) {
            DecisionRequest request = stored.request();
            if (request == null) {
                scorecard.countErased();
                continue;
            }
            try {
                scorecard.count(replayers
                        .computeIfAbsent(
                                stored.decision().release().id(), id -> new Replayer(ruleBooks.recorded(id), today))
                        .replay(
                                stored,
                                request,
                                histories,
                                readings.computeIfAbsent(stored.watermark(), listings::lastReadings)));
            } catch (RuntimeException e) {
                LOG.warnf(e, "decision %s cannot be decided again", stored.id());
                scorecard.countFailed(stored.id());
            }
        }
    }

    private Replayer.Today today() {
        LocalDate today = BeijingTime.dayOf(clock.instant());
        return new Replayer.Today(ruleBooks.on(today), listings.lastCommit());
    }

    /** The last id before the first of that instant. */
    private static UUID before(Instant instant) {
        UUID first = TimeOrderedId.first(instant);
        return new UUID(first.getMostSignificantBits(), first.getLeastSignificantBits() - 1);
    }
}
