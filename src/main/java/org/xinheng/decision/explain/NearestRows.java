package org.xinheng.decision.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.xinheng.catalogue.ListKind;
import org.xinheng.catalogue.ListScope;
import org.xinheng.catalogue.Measure;
import org.xinheng.catalogue.MeasureRule;
import org.xinheng.catalogue.Registers;
import org.xinheng.catalogue.TargetRole;
import org.xinheng.decision.ConditionsMet;
import org.xinheng.decision.Inquiry;
import org.xinheng.decision.ListingInQuestion;
import org.xinheng.decision.MeasureEnd;
import org.xinheng.decision.Omission;
import org.xinheng.decision.Trace;
import org.xinheng.kernel.SubjectType;
import org.xinheng.listing.ListingStatus;
import org.xinheng.release.ReleaseContent;

/**
 * Why another measure did not come out: the rows of the recorded release against the facts that were stored, and nothing
 * of today (A2). The rows that failed by the fewest cells come first.
 */
public final class NearestRows {
    /** Most rows that are told. */
    public static final int ROWS_MAX = 10;

    private static final Comparator<NotFired> NEAREST = Comparator.comparingInt(NotFired::distance)
            .thenComparing(row -> row.rule().code());

    private final Trace trace;
    private final ReleaseContent content;
    private final List<String> matterRegions;
    private final Inquiry inquiry;
    private final CellAgreement agreement;
    private final ConditionsMet met;
    private final CodeTitles titles;

    /**
     * @param content of the release that decided
     */
    public NearestRows(Trace trace, ReleaseContent content) {
        this.trace = trace;
        this.content = content;
        this.matterRegions = trace.asked().regions().isEmpty()
                ? List.of(trace.asked().region())
                : trace.asked().regions();
        this.inquiry = RememberedFacts.inquiry(trace.asked());
        this.agreement = new CellAgreement(inquiry, matterRegions, content.registers());
        this.met = new ConditionsMet(inquiry, matterRegions);
        this.titles = new CodeTitles(content.registers());
    }

    /** A listing with what, beside the row's cells, speaks against it. */
    private record Candidate(
            Trace.FactsOfListing facts, @Nullable Omission omission) {}

    /** The nearest of the rows asked about that did not fire, at most {@value #ROWS_MAX}. */
    public List<NotFired> of(Predicate<MeasureRule> askedAbout) {
        Set<String> fired = new HashSet<>();
        trace.fired().forEach(row -> fired.add(row.measure().source().rowCode()));
        List<Candidate> candidates = new ArrayList<>();
        trace.listings().forEach(facts -> candidates.add(new Candidate(facts, null)));
        trace.omitted().forEach(omitted -> candidates.add(new Candidate(omitted.listing(), omitted.why())));
        return content.rules().stream()
                .filter(rule -> !fired.contains(rule.code()))
                .filter(askedAbout)
                .map(rule -> nearest(rule, candidates))
                .sorted(NEAREST)
                .limit(ROWS_MAX)
                .toList();
    }

    private NotFired nearest(MeasureRule rule, List<Candidate> candidates) {
        return candidates.stream()
                .map(candidate -> compared(rule, candidate))
                .min(Comparator.comparingInt(NotFired::distance)
                        .thenComparingInt(row -> row.obstacles().size()))
                .orElseGet(() -> compared(rule, null));
    }

    private NotFired compared(MeasureRule rule, @Nullable Candidate candidate) {
        ListingInQuestion about = candidate == null ? null : RememberedFacts.listing(candidate.facts());
        List<NotFired.Compared> cells = rule.cells().stream()
                .filter(cell -> cell.column().condition())
                .map(cell -> {
                    String value = met.met(cell, about);
                    return new NotFired.Compared(
                            cell.column(),
                            cell.heading(),
                            cell.address(),
                            cell.text(),
                            value.isEmpty() ? null : value,
                            agreement.of(cell.column(), rule, about));
                })
                .toList();
        List<Obstacle> obstacles = about == null || candidate == null
                ? List.of()
                : obstacles(rule, about, candidate.omission(), NotFired.failing(cells) == 0);
        return new NotFired(
                rule,
                title(rule),
                candidate == null ? null : candidate.facts(),
                cells,
                obstacles,
                wouldFireIf(cells, obstacles, about == null));
    }

    /** @param asForTerm whether the term is looked at: it has no meaning for a row of another list or matter */
    private List<Obstacle> obstacles(
            MeasureRule rule, ListingInQuestion about, @Nullable Omission omission, boolean asForTerm) {
        List<Obstacle> obstacles = new ArrayList<>();
        if (omission != null) {
            obstacles.add(Obstacle.of(omission));
        }
        Registers registers = content.registers();
        ListKind kind = registers.listKinds().get(about.listing().listKind());
        if (kind != null
                && kind.scope() == ListScope.LOCAL
                && !matterRegions.contains(about.listing().region())) {
            obstacles.add(Obstacle.LIST_COUNTS_ELSEWHERE);
        }
        if (about.role() != TargetRole.LISTED_SUBJECT && inquiry.subjectType() != SubjectType.PERSON) {
            obstacles.add(Obstacle.ORGANISATION_NOT_REACHED);
        }
        if (about.standing() instanceof ListingStatus.Restored && !rule.term().outlivesRestoration()) {
            obstacles.add(Obstacle.RESTORED);
        }
        if (obstacles.isEmpty()
                && asForTerm
                && MeasureEnd.of(rule, about.listing(), registers, matterRegions, inquiry.asOf())
                        instanceof MeasureEnd.OutsideTerm) {
            obstacles.add(Obstacle.OUTSIDE_TERM);
        }
        return List.copyOf(obstacles);
    }

    private List<String> wouldFireIf(List<NotFired.Compared> cells, List<Obstacle> obstacles, boolean withoutListing) {
        List<String> wanted = new ArrayList<>();
        if (withoutListing) {
            wanted.add("须有一条在所问日期有效的名单记录；决策时该主体没有可用的名单记录");
        }
        for (NotFired.Compared cell : cells) {
            if (cell.agreement() == CellMatch.FAILED) {
                String was = cell.met() == null ? "无" : titles.titled(cell.column(), cell.met());
                wanted.add("“" + cell.heading() + "”（" + cell.address() + "）须为"
                        + titles.titled(cell.column(), cell.wanted()) + "，当时为" + was);
            }
        }
        obstacles.forEach(obstacle -> wanted.add("须无此障碍：" + obstacle.words()));
        return List.copyOf(wanted);
    }

    private String title(MeasureRule rule) {
        Measure measure = content.registers().measures().get(rule.measure());
        return measure == null ? rule.measure() : measure.title();
    }
}
