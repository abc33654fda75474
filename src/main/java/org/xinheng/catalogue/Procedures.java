package org.xinheng.catalogue;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The registers of time limits and procedures, by code, in the order of the sheets. */
public record Procedures(
        Map<String, CalendarPeriod> calendar,
        Map<String, ObjectionTerm> objectionTerms,
        Map<String, RestorationRule> restorationRules,
        Map<String, RecognitionAgreement> recognitionAgreements,
        Map<String, PerformanceTarget> targets,
        Map<String, TaskTerm> taskTerms) {
    /** No register of procedures at all. */
    public static final Procedures NONE = new Procedures(Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of());

    /** The target of the nearest of these regions that has one. */
    public Optional<PerformanceTarget> target(PerformanceTarget.Figure figure, List<String> regionAndAbove) {
        return regionAndAbove.stream()
                .flatMap(region -> targets.values().stream()
                        .filter(target ->
                                target.figure() == figure && target.region().equals(region)))
                .findFirst();
    }

    /** Working days as the calendar has them. */
    public WorkingDays workingDays() {
        return new WorkingDays(calendar.values());
    }

    /** The objection limit of the nearest of these regions that has one. */
    public Optional<ObjectionTerm> objectionTerm(List<String> regionAndAbove) {
        return regionAndAbove.stream()
                .flatMap(region -> objectionTerms.values().stream()
                        .filter(term -> term.region().equals(region)))
                .findFirst();
    }

    /** The limits for a task of this kind in the nearest of these regions that has some. */
    public Optional<TaskTerm> taskTerm(TaskKind kind, List<String> regionAndAbove) {
        return regionAndAbove.stream()
                .flatMap(region -> taskTerms.values().stream()
                        .filter(term -> term.kind() == kind && term.region().equals(region)))
                .findFirst();
    }

    /** The gravities of which entries of a kind are in principle not published on a day. */
    public Set<Gravity> unpublished(LocalDate day, String listKind) {
        Set<Gravity> unpublished = EnumSet.noneOf(Gravity.class);
        for (Gravity gravity : Gravity.values()) {
            restorationRule(day, listKind, null, gravity)
                    .filter(RestorationRule::unpublished)
                    .ifPresent(rule -> unpublished.add(gravity));
        }
        return unpublished;
    }

    /** The restoration rule in force on a day that speaks most precisely of such a listing. */
    public Optional<RestorationRule> restorationRule(
            LocalDate day, String listKind, @Nullable String ground, @Nullable Gravity gravity) {
        return restorationRules.values().stream()
                .filter(rule -> rule.inForce().includes(day) && rule.fits(listKind, ground, gravity))
                .max(Comparator.comparingInt(RestorationRule::precision)
                        .thenComparing(RestorationRule::code, Comparator.reverseOrder()));
    }
}
