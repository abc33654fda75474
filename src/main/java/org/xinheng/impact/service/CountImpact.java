package org.xinheng.impact.service;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.xinheng.impact.ImpactCount;
import org.xinheng.impact.ImpactQuestion;
import org.xinheng.impact.ImpactReport;
import org.xinheng.impact.ImpactSources;
import org.xinheng.impact.ImpactTally;
import org.xinheng.impact.KnownSubject;
import org.xinheng.impact.PastQuestion;
import org.xinheng.impact.RequestPriority;
import org.xinheng.impact.TrialRuleBooks;
import org.xinheng.kernel.TimeOrderedId;
import org.xinheng.work.DaemonThreads;
import org.xinheng.work.Job;
import org.xinheng.work.JobKind;
import org.xinheng.work.JobLost;
import org.xinheng.work.JobRunner;
import org.xinheng.work.Jobs;

/**
 * Counts what a draft would change: page by page, each page shared out among the processors, every desk that waits first.
 * It depends on nothing but its question, so that a job that was killed and begun again comes to the same.
 */
@ApplicationScoped
public class CountImpact implements JobRunner {
    private static final int PAGE = 1000;

    private static final int DECISIONS_A_PAGE = 500;
    /** Enough that no processor waits, few enough that memory does not grow with what is counted. */
    private static final int PAGES_UNDER_WAY =
            2 * Math.max(1, Runtime.getRuntime().availableProcessors());
    /** Pieces of a page, small enough that no processor waits long for another. */
    private static final int PIECE = 50;
    /** Of a hundred, what deciding stored decisions again is reckoned to take. */
    private static final int PERCENT_OF_DECISIONS = 50;

    private final TrialRuleBooks trialRuleBooks;
    private final ImpactSources sources;
    private final Jobs jobs;
    private final KeepImpact keepImpact;
    private final RequestPriority requestPriority;
    private final Clock clock;

    CountImpact(
            TrialRuleBooks trialRuleBooks,
            ImpactSources sources,
            Jobs jobs,
            KeepImpact keepImpact,
            RequestPriority requestPriority,
            Clock clock) {
        this.trialRuleBooks = trialRuleBooks;
        this.sources = sources;
        this.jobs = jobs;
        this.keepImpact = keepImpact;
        this.requestPriority = requestPriority;
        this.clock = clock;
    }

    @Override
    public JobKind kind() {
        return JobKind.IMPACT;
    }

    @Override
    public void run(Job job) {
        if (job.parameters() == null) {
            throw new IllegalStateException("an impact has its question");
        }
        ImpactQuestion question = ImpactQuestion.read(job.parameters());
        jobs.report(job, 1, "COMPILING");
        var count = new ImpactCount(
                trialRuleBooks.of(question.against()), trialRuleBooks.of(question.release()), question.day());
        ExecutorService processors = Executors.newFixedThreadPool(
                Math.max(1, Runtime.getRuntime().availableProcessors()), DaemonThreads.quiet("impact"));
        try {
            ImpactTally decisions = decisions(job, question, count, processors);
            ImpactTally listings = listings(job, question, count, processors);
            var everybody = new ImpactTally();
            everybody.addSubjects(decisions);
            everybody.addSubjects(listings);
            var affected = everybody.mostAffected();
            keepImpact.keep(
                    job,
                    new ImpactReport(
                            TimeOrderedId.at(clock.instant()),
                            question,
                            decisions.part(),
                            listings.part(),
                            affected.size(),
                            clock.instant()),
                    affected);
        } finally {
            processors.shutdownNow();
        }
    }

    @Override
    public boolean retriesAfter(Throwable failure) {
        return false;
    }

    @Override
    public void giveUp(Job job) {
        keepImpact.giveUp(job);
    }

    /** Reading a stored decision takes longer than deciding it again: the processors read their pages themselves. */
    private ImpactTally decisions(Job job, ImpactQuestion question, ImpactCount count, ExecutorService processors) {
        long all = sources.decisions(question.from(), question.to(), question.watermark());
        var whole = new ImpactTally();
        var underWay = new ArrayDeque<Future<ImpactTally>>();
        long done = 0;
        JobLost.unless(jobs.report(job, 1, "DECISIONS"), job);
        UUID after = null;
        Optional<UUID> end =
                sources.pageEnd(question.from(), question.to(), question.watermark(), after, DECISIONS_A_PAGE);
        while (end.isPresent() || !underWay.isEmpty()) {
            if (end.isPresent() && underWay.size() < PAGES_UNDER_WAY) {
                UUID begin = after;
                UUID upTo = end.get();
                underWay.add(processors.submit(() -> decided(question, begin, upTo, count)));
                after = upTo;
                end = sources.pageEnd(question.from(), question.to(), question.watermark(), after, DECISIONS_A_PAGE);
            } else {
                whole.add(result(underWay.remove()));
                done += DECISIONS_A_PAGE;
                JobLost.unless(jobs.report(job, 1 + percent(done, all, PERCENT_OF_DECISIONS), "DECISIONS"), job);
            }
        }
        return whole;
    }

    private ImpactTally decided(ImpactQuestion question, @Nullable UUID after, UUID upTo, ImpactCount count) {
        var tally = new ImpactTally();
        for (PastQuestion past : sources.decided(question.from(), question.watermark(), after, upTo)) {
            requestPriority.yieldToRequests();
            count.count(past, tally);
        }
        return tally;
    }

    private ImpactTally listings(Job job, ImpactQuestion question, ImpactCount count, ExecutorService processors) {
        long all = sources.subjects(question.watermark());
        int rest = 98 - PERCENT_OF_DECISIONS;
        return tally(
                after -> sources.listed(question.watermark(), after, PAGE),
                KnownSubject::id,
                (subject, tally) -> count.count(subject, tally, requestPriority),
                done -> JobLost.unless(
                        jobs.report(job, 1 + PERCENT_OF_DECISIONS + percent(done, all, rest), "LISTINGS"), job),
                processors);
    }

    /** While one page is counted, the next is read. */
    private static <T> ImpactTally tally(
            Function<@Nullable UUID, List<T>> pageAfter,
            Function<T, UUID> idOf,
            BiConsumer<T, ImpactTally> countOne,
            LongConsumer progress,
            ExecutorService processors) {
        var whole = new ImpactTally();
        long done = 0;
        progress.accept(done);
        List<T> page = pageAfter.apply(null);
        while (!page.isEmpty()) {
            var pieces = new ArrayList<Future<ImpactTally>>();
            for (int from = 0; from < page.size(); from += PIECE) {
                List<T> piece = page.subList(from, Math.min(page.size(), from + PIECE));
                pieces.add(processors.submit(() -> {
                    var tally = new ImpactTally();
                    piece.forEach(one -> countOne.accept(one, tally));
                    return tally;
                }));
            }
            done += page.size();
            page = page.size() < PAGE ? List.of() : pageAfter.apply(idOf.apply(page.get(page.size() - 1)));
            pieces.forEach(piece -> whole.add(result(piece)));
            progress.accept(done);
        }
        return whole;
    }

    private static ImpactTally result(Future<ImpactTally> piece) {
        try {
            return piece.get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped", stopped);
        } catch (ExecutionException failed) {
            throw new IllegalStateException("a part of the impact cannot be counted", failed.getCause());
        }
    }

    private static int percent(long done, long all, int of) {
        return all == 0 ? of : (int) Math.min(of, done * of / all);
    }
}
