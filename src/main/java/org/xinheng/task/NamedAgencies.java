package org.xinheng.task;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.xinheng.catalogue.Department;
import org.xinheng.catalogue.ListKind;
import org.xinheng.catalogue.Measure;
import org.xinheng.catalogue.MeasureRule;
import org.xinheng.catalogue.Nature;
import org.xinheng.catalogue.Registers;
import org.xinheng.catalogue.TargetRole;
import org.xinheng.decision.Conclusion;
import org.xinheng.decision.Inquiry;
import org.xinheng.decision.ListingInQuestion;
import org.xinheng.decision.MatterFacts;
import org.xinheng.decision.MeasureEnd;
import org.xinheng.decision.MeetingPoint;
import org.xinheng.decision.RuleBook;
import org.xinheng.decision.WithheldReason;
import org.xinheng.kernel.SubjectType;
import org.xinheng.listing.Commitment;
import org.xinheng.listing.Listing;
import org.xinheng.listing.ListingEvent;
import org.xinheng.listing.ListingStatus;
import org.xinheng.listing.OnObjection;
import org.xinheng.listing.Recognition;
import org.xinheng.listing.ResponsiblePerson;

/**
 * Which agencies the rules in force name for a listing, and what each of them is to apply. The rules themselves are
 * asked, once for each point at which an agency could meet the subject, exactly as a decision asks them: so an agency is
 * named where its decision would give the measure, or would give it once the agency says which licence, post or tender
 * it is about.
 */
public final class NamedAgencies {
    private static final String OF_THE_MATTER = "matterItem.";

    private final RuleBook ruleBook;
    private final Registers registers;
    private final Map<String, List<Department>> departmentsByKind;
    private final Map<String, Points> pointsByListKind = new HashMap<>();

    /** @param ruleBook the rules in force */
    public NamedAgencies(RuleBook ruleBook) {
        this.ruleBook = ruleBook;
        this.registers = ruleBook.release().registers();
        this.departmentsByKind =
                registers.departments().values().stream().collect(Collectors.groupingBy(Department::kind));
    }

    /** @param regions regions of matters that rows of the list kind name */
    private record Points(Set<MeetingPoint> points, Set<String> regions) {}

    /**
     * What a listing asks of each agency on a day.
     *
     * @param byDepartment lines in their order; agencies that are not named are not there
     * @param changesOn next day on which time alone may change it, null for never
     */
    public record Named(
            Map<String, List<TaskLine>> byDepartment,
            @Nullable LocalDate changesOn) {}

    private record Target(UUID listing, String department) {}

    /** What is being gathered: the matters of each line, by agency. */
    private record Gathering(Map<Target, Map<TaskLine, Set<String>>> lines, Map<UUID, LocalDate> changes) {
        void named(Target target, TaskLine bare, String matter) {
            lines.computeIfAbsent(target, unseen -> new HashMap<>())
                    .computeIfAbsent(bare, unseen -> new TreeSet<>())
                    .add(matter);
        }

        void changesOn(UUID listing, LocalDate day) {
            changes.merge(listing, day, (one, other) -> one.isBefore(other) ? one : other);
        }
    }

    /**
     * What the listings of one subject ask of agencies; they are seen together, because a black one may suspend the
     * rewards of a red one.
     */
    public Map<UUID, Named> of(SubjectType subjectType, Collection<Listing> listings, LocalDate day) {
        Gathering gathering = new Gathering(new HashMap<>(), new HashMap<>());
        List<ListingInQuestion> seen = new ArrayList<>();
        for (Listing stored : listings) {
            Listing listing = Commitment.readOn(day, stored, registers);
            noteDates(listing, day, gathering);
            Recognition.lastDay(listing, registers)
                    .filter(last -> !last.isBefore(day))
                    .ifPresent(last -> gathering.changesOn(listing.id(), last.plusDays(1)));
            ListingStatus standing = standing(listing, day);
            if (!(standing instanceof ListingStatus.Ended) && !(standing instanceof ListingStatus.Ahead)) {
                seen.add(new ListingInQuestion(listing, TargetRole.LISTED_SUBJECT, standing));
                askAboutPersons(listing, standing, day, gathering);
            }
        }
        ask(subjectType, seen, day, gathering);
        Map<UUID, Named> named = new HashMap<>();
        for (Listing listing : listings) {
            named.put(listing.id(), named(listing.id(), gathering));
        }
        return named;
    }

    private ListingStatus standing(Listing listing, LocalDate day) {
        ListKind kind = registers.listKinds().get(listing.listKind());
        return listing.statusOn(day, OnObjection.of(kind));
    }

    private void askAboutPersons(Listing listing, ListingStatus standing, LocalDate day, Gathering gathering) {
        Set<TargetRole> roles = new TreeSet<>();
        for (ResponsiblePerson person : listing.responsiblePersons()) {
            boolean begun = person.from() == null || !day.isBefore(person.from());
            boolean over = person.to() != null && day.isAfter(person.to());
            if (begun && !over) {
                roles.add(person.role());
            }
        }
        for (TargetRole role : roles) {
            ask(SubjectType.PERSON, List.of(new ListingInQuestion(listing, role, standing)), day, gathering);
        }
    }

    private void ask(SubjectType subjectType, List<ListingInQuestion> seen, LocalDate day, Gathering gathering) {
        Set<MeetingPoint> points = new LinkedHashSet<>();
        Set<String> regions = new LinkedHashSet<>();
        for (ListingInQuestion about : seen) {
            Points ofKind = pointsByListKind.computeIfAbsent(about.listing().listKind(), this::pointsOf);
            points.addAll(ofKind.points());
            regions.addAll(ofKind.regions());
            regions.add(about.listing().region());
        }
        for (MeetingPoint point : points) {
            Map<String, List<Department>> byRegion =
                    departmentsByKind.getOrDefault(point.departmentKind(), List.of()).stream()
                            .collect(Collectors.groupingBy(Department::region));
            byRegion.forEach((own, departments) -> {
                for (String region : handledFrom(own, regions)) {
                    for (Conclusion conclusion : ruleBook.evaluate(new Inquiry(
                            subjectType,
                            false,
                            point.matter(),
                            MatterFacts.NONE,
                            region,
                            point.departmentKind(),
                            day,
                            seen.stream()
                                    .filter(about -> Recognition.counts(about.listing(), registers, day, region))
                                    .toList()))) {
                        gather(conclusion, departments, point.matter(), gathering);
                    }
                }
            });
        }
    }

    /** The agency's own region, and those below it of which a row or the listing speaks. */
    private Set<String> handledFrom(String own, Set<String> regions) {
        Set<String> handled = new LinkedHashSet<>();
        handled.add(own);
        regions.stream()
                .filter(region -> registers.regionAndAbove(region).contains(own))
                .forEach(handled::add);
        return handled;
    }

    private void gather(Conclusion conclusion, List<Department> departments, String matter, Gathering gathering) {
        String wanted = conclusion.wanted();
        boolean agencyWillSay = conclusion.withheld() == WithheldReason.CONTEXT_MISSING
                && wanted != null
                && wanted.startsWith(OF_THE_MATTER);
        if (!conclusion.applied() && !agencyWillSay) {
            return;
        }
        UUID listing = conclusion.about().listing().id();
        TaskLine bare = line(conclusion.rule(), conclusion.about().role());
        for (Department department : departments) {
            gathering.named(new Target(listing, department.code()), bare, matter);
        }
        if (conclusion.end() instanceof MeasureEnd.LastDay last && last.day().isBefore(LocalDate.MAX)) {
            gathering.changesOn(listing, last.day().plusDays(1));
        }
    }

    private TaskLine line(MeasureRule rule, TargetRole role) {
        Measure measure = registers.measures().get(rule.measure());
        return new TaskLine(
                rule.measure(),
                rule.code(),
                role,
                measure == null ? rule.measure() : measure.title(),
                rule.reward() ? Nature.REWARD : Nature.PUNISHMENT,
                rule.effect(),
                List.of());
    }

    private static Named named(UUID listing, Gathering gathering) {
        Map<String, List<TaskLine>> byDepartment = new TreeMap<>();
        gathering.lines().forEach((target, lines) -> {
            if (target.listing().equals(listing)) {
                byDepartment.put(
                        target.department(),
                        lines.entrySet().stream()
                                .map(each -> with(each.getKey(), each.getValue()))
                                .sorted(TaskLine.ORDER)
                                .toList());
            }
        });
        return new Named(byDepartment, gathering.changes().get(listing));
    }

    private static TaskLine with(TaskLine bare, Set<String> matters) {
        return new TaskLine(
                bare.measure(),
                bare.rowCode(),
                bare.role(),
                bare.title(),
                bare.nature(),
                bare.effect(),
                List.copyOf(matters));
    }

    /** Days ahead on which the listing itself, or a person's time in a role, begins or ends. */
    private static void noteDates(Listing listing, LocalDate day, Gathering gathering) {
        List<LocalDate> days = new ArrayList<>();
        days.add(listing.listedOn());
        if (listing.expiresOn() != null) {
            days.add(listing.expiresOn().plusDays(1));
        }
        listing.events().stream().map(ListingEvent::effectiveOn).forEach(days::add);
        for (ResponsiblePerson person : listing.responsiblePersons()) {
            if (person.from() != null) {
                days.add(person.from());
            }
            if (person.to() != null) {
                days.add(person.to().plusDays(1));
            }
        }
        days.stream().filter(day::isBefore).forEach(ahead -> gathering.changesOn(listing.id(), ahead));
    }

    private Points pointsOf(String listKind) {
        Set<MeetingPoint> points = new LinkedHashSet<>();
        Set<String> regions = new LinkedHashSet<>();
        for (MeasureRule rule : ruleBook.release().content().rules()) {
            if (!rule.listKinds().contains(listKind)) {
                continue;
            }
            regions.addAll(rule.matterRegions());
            MeetingPoint.of(rule, registers).forEach(points::add);
        }
        return new Points(points, regions);
    }
}
