package org.xinheng.decision;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.xinheng.catalogue.Department;
import org.xinheng.catalogue.ListKind;
import org.xinheng.catalogue.Matter;
import org.xinheng.catalogue.Measure;
import org.xinheng.catalogue.MeasureItem;
import org.xinheng.catalogue.MeasureRule;
import org.xinheng.catalogue.Nature;
import org.xinheng.catalogue.Registers;
import org.xinheng.kernel.NoticeCode;
import org.xinheng.listing.Designation;
import org.xinheng.listing.Listing;
import org.xinheng.listing.SubjectFile;

/**
 * Turns what the lists and the law say into a decision. Pure: the same inputs give the same decision.
 *
 * @param decidedAt the instant of the decision; staleness counts to it, days come from {@code today}
 * @param today that instant's day in Asia/Shanghai
 */
public record Decider(RuleBooks.InForce law, Department department, Instant decidedAt, LocalDate today) {

    /** A decision with the trace that is stored beside it. */
    public record Decided(Decision decision, Trace trace) {}

    /**
     * What the lists know of those whom a question names, read at one instant.
     *
     * @param principal of the legal person or operator behind the subject, null where none was named
     */
    public record Files(SubjectFile subject, @Nullable SubjectFile principal) {}

    /** Decides about a subject that stands for itself. */
    public Decided decide(UUID id, DecisionRequest request, SubjectFile file, Map<String, Instant> lastReadings) {
        return decide(id, request, new Files(file, null), lastReadings);
    }

    /**
     * Decides.
     *
     * @param lastReadings when each list kind was last read
     */
    public Decided decide(UUID id, DecisionRequest request, Files files, Map<String, Instant> lastReadings) {
        SubjectFile file = files.subject();
        Registers registers = law.ruleBook().release().registers();
        LocalDate asOf = Objects.requireNonNullElse(request.asOf(), today);
        boolean nameInDoubt = request.name() != null && request.name().neverBorneAmong(file.names());
        Visibility visibility = Visibility.of(file, registers, asOf, today, request.region());
        Inquiry inquiry = new Inquiry(
                request.subjectType(),
                nameInDoubt,
                request.matter(),
                request.facts(),
                request.region(),
                department.kind(),
                asOf,
                visibility.seen());
        PrincipalListings behind = PrincipalListings.of(request, files, inquiry, law.ruleBook(), today);
        List<Conclusion> conclusions = Stream.concat(
                        law.ruleBook().evaluate(inquiry).stream(), behind.withheld().stream())
                .toList();

        List<AppliedMeasure> applied = new ArrayList<>();
        List<WithheldMeasure> withheld = new ArrayList<>();
        Map<UUID, String> exits = new HashMap<>();
        for (Conclusion conclusion : conclusions) {
            WithheldReason reason = conclusion.withheld();
            if (reason != null) {
                withheld.add(new WithheldMeasure(
                        conclusion.rule().measure(),
                        conclusion.rule().code(),
                        conclusion.about().listing().id(),
                        reason,
                        conclusion.wanted()));
                continue;
            }
            applied.add(stated(conclusion, registers, inquiry));
            Designation designation = conclusion.about().listing().designation();
            if (designation != null && designation.removalConditions() != null) {
                exits.put(conclusion.about().listing().id(), designation.removalConditions());
            }
        }

        List<ListConsulted> consulted = law.ruleBook().listKindsFor(request.matter()).stream()
                .map(kind -> new ListConsulted(kind, lastReadings.get(kind)))
                .toList();
        List<Warning> notices = notices(request, file, asOf, consulted, registers);
        Outcome outcome = Outcome.of(conclusions, notices.stream().anyMatch(Warning::raisesDoubt));
        boolean projection = asOf.isAfter(today);
        Decision decision = new Decision(
                id,
                decidedAt,
                asOf,
                department.code(),
                request.matter(),
                outcome,
                new Decision.ReleaseCited(
                        law.tenure().releaseId(),
                        law.ruleBook().release().contentHash(),
                        law.tenure().effectiveFrom()),
                List.copyOf(applied),
                List.copyOf(withheld),
                projection,
                law.reconstructed(),
                notices,
                consulted,
                feedbackDueOn(registers, request.matter(), !applied.isEmpty() && !projection),
                Prompt.of(outcome, applied, conclusions, exits, registers));
        return new Decided(decision, trace(inquiry, visibility, conclusions, behind, registers));
    }

    private @Nullable LocalDate feedbackDueOn(Registers registers, String matterCode, boolean due) {
        Matter matter = registers.matters().get(matterCode);
        return !due || matter == null || matter.feedbackDays() == null ? null : today.plusDays(matter.feedbackDays());
    }

    private static AppliedMeasure stated(Conclusion conclusion, Registers registers, Inquiry inquiry) {
        MeasureRule rule = conclusion.rule();
        Listing listing = conclusion.about().listing();
        MeasureItem item =
                rule.measureItem() == null ? null : registers.measureItems().get(rule.measureItem());
        Designation designation = listing.designation();
        var memorandum =
                rule.memorandum() == null ? null : registers.memoranda().get(rule.memorandum());
        return new AppliedMeasure(
                rule.measureItem(),
                rule.measure(),
                title(rule, registers),
                rule.reward() ? Nature.REWARD : Nature.PUNISHMENT,
                item == null ? null : item.measureClass(),
                rule.effect(),
                conclusion.end() instanceof MeasureEnd.LastDay last ? last.day() : null,
                untilKind(conclusion.end()),
                conclusion.about().standing().objectionOpen(),
                CitedArticles.of(rule, listing, registers, registers.regionAndAbove(inquiry.region()), inquiry.asOf()),
                memorandum == null
                        ? null
                        : new AppliedMeasure.CitedMemorandum(
                                memorandum.code(), memorandum.title(), memorandum.documentNumber()),
                new AppliedMeasure.CitedListing(
                        listing.id(),
                        listing.listKind(),
                        listing.initiatingDepartment(),
                        designation == null ? null : designation.documentNumber(),
                        listing.listedOn(),
                        listing.expiresOn()),
                source(rule));
    }

    private static AppliedMeasure.Source source(MeasureRule rule) {
        return new AppliedMeasure.Source(
                rule.source().workbook(), rule.source().sheet(), rule.source().row(), rule.code());
    }

    private static String title(MeasureRule rule, Registers registers) {
        Measure measure = registers.measures().get(rule.measure());
        return measure == null ? rule.measure() : measure.title();
    }

    private static UntilKind untilKind(MeasureEnd end) {
        if (end instanceof MeasureEnd.LastDay) {
            return UntilKind.DATE;
        }
        return end instanceof MeasureEnd.Life ? UntilKind.LIFE : UntilKind.UNTIL_PERFORMED;
    }

    private List<Warning> notices(
            DecisionRequest request,
            SubjectFile file,
            LocalDate asOf,
            List<ListConsulted> consulted,
            Registers registers) {
        List<Warning> notices = new ArrayList<>();
        if (asOf.isAfter(today)) {
            notices.add(new Warning(NoticeCode.PROJECTION, "/asOf", "查询日在今日之后，结果为预测，无需反馈"));
        }
        if (law.reconstructed()) {
            notices.add(new Warning(NoticeCode.RECONSTRUCTED, "/asOf", "查询日早于首个发布版，按首个发布版重构"));
        }
        notices.addAll(IdentityNotices.of(request, file));
        for (ListConsulted list : consulted) {
            ListKind kind = registers.listKinds().get(list.listKind());
            Integer limit = kind == null ? null : kind.stalenessHours();
            if (limit == null) {
                continue;
            }
            if (list.freshAsOf() == null) {
                notices.add(new Warning(NoticeCode.LIST_UNREAD, list.listKind(), "名单“" + list.listKind() + "”从未读取"));
            } else if (list.freshAsOf().plusSeconds(limit * 3600L).isBefore(decidedAt)) {
                notices.add(new Warning(NoticeCode.LIST_STALE, list.listKind(), "名单“" + list.listKind() + "”已过时"));
            }
        }
        return notices;
    }

    private static Trace trace(
            Inquiry inquiry,
            Visibility visibility,
            List<Conclusion> conclusions,
            PrincipalListings behind,
            Registers registers) {
        List<String> regions = registers.regionAndAbove(inquiry.region());
        ConditionsMet met = new ConditionsMet(inquiry, regions);
        ConditionsMet metByPrincipal = new ConditionsMet(behind.inquiry(), regions);
        List<Trace.Fired> fired = conclusions.stream()
                .map(conclusion -> new Trace.Fired(
                        stated(conclusion, registers, inquiry),
                        (behind.withheld().contains(conclusion) ? metByPrincipal : met)
                                .of(conclusion.rule(), conclusion.about()),
                        conclusion.rule().lastChecked(),
                        conclusion.withheld(),
                        conclusion.heldBy(),
                        conclusion.wanted()))
                .toList();
        List<Trace.Omitted> omitted = visibility.leftOut().stream()
                .sorted(Comparator.comparing(left -> left.listing().listing().id()))
                .map(left -> new Trace.Omitted(Trace.FactsOfListing.of(left.listing()), left.why()))
                .toList();
        return new Trace(
                new Trace.Asked(
                        inquiry.subjectType().name(),
                        inquiry.nameInDoubt(),
                        inquiry.matter(),
                        inquiry.facts(),
                        inquiry.region(),
                        regions,
                        inquiry.agencyKind(),
                        inquiry.asOf()),
                facts(inquiry.listings()),
                fired,
                omitted,
                behind.inquiry().listings().isEmpty()
                        ? null
                        : facts(behind.inquiry().listings()));
    }

    private static List<Trace.FactsOfListing> facts(List<ListingInQuestion> listings) {
        return listings.stream()
                .sorted(Comparator.comparing(about -> about.listing().id()))
                .map(Trace.FactsOfListing::of)
                .toList();
    }
}
