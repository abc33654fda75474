package org.xinheng.decision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.xinheng.catalogue.Department;
import org.xinheng.catalogue.Measure;
import org.xinheng.catalogue.MeasureRule;
import org.xinheng.catalogue.Registers;
import org.xinheng.catalogue.TargetRole;
import org.xinheng.kernel.SubjectType;
import org.xinheng.listing.Listing;
import org.xinheng.listing.ListingStatus;
import org.xinheng.listing.Recognition;
import org.xinheng.listing.ResponsiblePerson;

/**
 * A measure that a restoration of its entry leaves running (修复后继续执行): a term or life ban that a statute, or a
 * decision under it, has set.
 *
 * @param measure code of the measure
 * @param rowCode the row that gives it
 * @param role whom it bars: the listed subject, or a person named in a role
 * @param lastDay last day with effect, null for life
 */
public record RunningOn(
        String measure,
        String title,
        String rowCode,
        TargetRole role,
        @Nullable LocalDate lastDay) {
    private static final String OF_THE_MATTER = "matterItem.";

    private static final Comparator<RunningOn> ORDER = Comparator.comparing(RunningOn::measure)
            .thenComparing(RunningOn::rowCode)
            .thenComparing(RunningOn::role)
            .thenComparing(RunningOn::lastDay, Comparator.nullsLast(Comparator.naturalOrder()));

    /**
     * What runs on of an entry, asked of the rules themselves as if it were restored on the day. What an agency would
     * give once it says which licence, post or tender it is about is told too. Nothing runs on of an entry that is over.
     *
     * @param subjectType of the listed subject
     * @param day the day of the restoration; for an entry that has not begun, its first day counts
     */
    public static List<RunningOn> of(Listing listing, SubjectType subjectType, RuleBook ruleBook, LocalDate day) {
        if (listing.overOn(day)) {
            return List.of();
        }
        LocalDate asOf = day.isBefore(listing.listedOn()) ? listing.listedOn() : day;
        Registers registers = ruleBook.release().registers();
        Set<MeetingPoint> points = new LinkedHashSet<>();
        Set<String> regions = regions(listing, registers);
        for (MeasureRule rule : ruleBook.release().content().rules()) {
            if (rule.term().outlivesRestoration() && rule.listKinds().contains(listing.listKind())) {
                MeetingPoint.of(rule, registers).forEach(points::add);
                regions.addAll(rule.matterRegions());
            }
        }
        Set<RunningOn> found = new LinkedHashSet<>();
        for (String region : regions) {
            if (Recognition.counts(listing, registers, asOf, region)) {
                points.forEach(point -> found.addAll(met(listing, subjectType, ruleBook, point, region, asOf)));
            }
        }
        return found.stream().sorted(ORDER).toList();
    }

    /** The entry's own region, and that of the department that entered it, which differ where it is recognised. */
    private static Set<String> regions(Listing listing, Registers registers) {
        Set<String> regions = new LinkedHashSet<>();
        regions.add(listing.region());
        Department department = registers.departments().get(listing.initiatingDepartment());
        if (department != null) {
            regions.add(department.region());
        }
        return regions;
    }

    private static List<RunningOn> met(
            Listing listing,
            SubjectType subjectType,
            RuleBook ruleBook,
            MeetingPoint point,
            String region,
            LocalDate asOf) {
        List<RunningOn> found = new ArrayList<>();
        Set<TargetRole> roles = EnumSet.of(TargetRole.LISTED_SUBJECT);
        listing.responsiblePersons().stream().map(ResponsiblePerson::role).forEach(roles::add);
        for (TargetRole role : roles) {
            Inquiry inquiry = new Inquiry(
                    role == TargetRole.LISTED_SUBJECT ? subjectType : SubjectType.PERSON,
                    false,
                    point.matter(),
                    MatterFacts.NONE,
                    region,
                    point.departmentKind(),
                    asOf,
                    List.of(new ListingInQuestion(listing, role, new ListingStatus.Restored(asOf, false))));
            ruleBook.evaluate(inquiry).stream()
                    .filter(RunningOn::wouldApply)
                    .map(conclusion -> of(conclusion, ruleBook.release().registers()))
                    .forEach(found::add);
        }
        return found;
    }

    private static boolean wouldApply(Conclusion conclusion) {
        String wanted = conclusion.wanted();
        boolean agencyWillSay = conclusion.withheld() == WithheldReason.CONTEXT_MISSING
                && wanted != null
                && wanted.startsWith(OF_THE_MATTER);
        return (conclusion.applied() || agencyWillSay) && !(conclusion.end() instanceof MeasureEnd.Unknown);
    }

    private static RunningOn of(Conclusion conclusion, Registers registers) {
        Measure measure = registers.measures().get(conclusion.rule().measure());
        return new RunningOn(
                conclusion.rule().measure(),
                measure == null ? conclusion.rule().measure() : measure.title(),
                conclusion.rule().code(),
                conclusion.about().role(),
                conclusion.end() instanceof MeasureEnd.LastDay last ? last.day() : null);
    }
}
