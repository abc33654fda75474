package org.xinheng.impact;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.xinheng.catalogue.ListKind;
import org.xinheng.catalogue.Matter;
import org.xinheng.catalogue.Registers;
import org.xinheng.decision.Conclusion;
import org.xinheng.decision.Inquiry;
import org.xinheng.decision.ListingInQuestion;
import org.xinheng.decision.MatterFacts;
import org.xinheng.decision.RuleBook;
import org.xinheng.decision.Visibility;
import org.xinheng.listing.Commitment;
import org.xinheng.listing.Listing;
import org.xinheng.listing.OnObjection;
import org.xinheng.listing.Recognition;

/** Asks two knowledge bases the same questions and counts what changes. Pure, and safe for use by many threads. */
public final class ImpactCount {
    private final RuleBook before;
    private final RuleBook after;
    private final LocalDate day;

    /** For each matter the kinds of department that may handle it under either release. */
    private final Map<String, SortedSet<String>> agencyKinds = new TreeMap<>();
    /** For each matter the list kinds that a row of either release asks about. */
    private final Map<String, Set<String>> listKinds = new LinkedHashMap<>();

    /** @param day for which listings in force are asked about */
    public ImpactCount(RuleBook before, RuleBook after, LocalDate day) {
        this.before = before;
        this.after = after;
        this.day = day;
        for (RuleBook book : List.of(before, after)) {
            for (Matter matter : book.release().registers().matters().values()) {
                agencyKinds
                        .computeIfAbsent(matter.code(), code -> new TreeSet<>())
                        .addAll(matter.agencyKinds());
                listKinds
                        .computeIfAbsent(matter.code(), code -> new LinkedHashSet<>())
                        .addAll(book.listKindsFor(matter.code()));
            }
        }
    }

    /** Decides a stored decision again under both releases, on the facts it recorded. */
    public void count(PastQuestion past, ImpactTally tally) {
        if (past.listings().isEmpty()) {
            tally.nothingStated();
            return;
        }
        tally.evaluated();
        List<Conclusion> was = before.evaluate(inquiry(past, before));
        List<Conclusion> is = after.evaluate(inquiry(past, after));
        if (was.isEmpty() && is.isEmpty()) {
            tally.nothingStated();
        } else {
            tally.answer(past.subject(), past.department(), past.region(), AnswerChange.between(was, is, false));
        }
    }

    /**
     * Asks about a subject in every matter, at every kind of department that handles it, in each region in which it is
     * listed.
     *
     * @param requestPriority is given between questions
     */
    public void count(KnownSubject subject, ImpactTally tally, RequestPriority requestPriority) {
        List<ListingInQuestion> seenBefore = seen(subject, before);
        List<ListingInQuestion> seenAfter = seen(subject, after);
        var regions = new TreeSet<String>();
        var kinds = new TreeSet<String>();
        for (List<ListingInQuestion> seen : List.of(seenBefore, seenAfter)) {
            for (ListingInQuestion about : seen) {
                regions.add(about.listing().region());
                kinds.add(about.listing().listKind());
            }
        }
        for (String region : regions) {
            for (Map.Entry<String, SortedSet<String>> matter : agencyKinds.entrySet()) {
                boolean reachable = listKinds.getOrDefault(matter.getKey(), Collections.emptySortedSet()).stream()
                        .anyMatch(kinds::contains);
                for (String agencyKind : matter.getValue()) {
                    if (!reachable) {
                        tally.nothingStated();
                        continue;
                    }
                    requestPriority.yieldToRequests();
                    tally.evaluated();
                    List<Conclusion> was = before.evaluate(inquiry(
                            subject, matter.getKey(), agencyKind, region, counting(seenBefore, region, before)));
                    List<Conclusion> is = after.evaluate(
                            inquiry(subject, matter.getKey(), agencyKind, region, counting(seenAfter, region, after)));
                    if (was.isEmpty() && is.isEmpty()) {
                        tally.nothingStated();
                    } else {
                        tally.answer(subject.id(), agencyKind, region, AnswerChange.between(was, is, true));
                    }
                }
            }
        }
    }

    private List<ListingInQuestion> seen(KnownSubject subject, RuleBook book) {
        return Visibility.anywhere(subject.file(), book.release().registers(), day, day)
                .seen();
    }

    /** Those that count in a region: a partner's entry does where an agreement recognises it. */
    private List<ListingInQuestion> counting(List<ListingInQuestion> seen, String region, RuleBook book) {
        return seen.stream()
                .filter(about ->
                        Recognition.counts(about.listing(), book.release().registers(), day, region))
                .toList();
    }

    private Inquiry inquiry(
            KnownSubject subject, String matter, String agencyKind, String region, List<ListingInQuestion> seen) {
        return new Inquiry(subject.type(), false, matter, MatterFacts.NONE, region, agencyKind, day, seen);
    }

    /** How a listing stood then is read under each release: whether an objection suspends is in its registers. */
    private static Inquiry inquiry(PastQuestion past, RuleBook book) {
        Registers registers = book.release().registers();
        var listings = new ArrayList<ListingInQuestion>();
        for (PastQuestion.Mention mention : past.listings()) {
            Listing listing = Commitment.readOn(past.asOf(), mention.listing(), registers);
            ListKind kind = registers.listKinds().get(listing.listKind());
            if (!Recognition.counts(listing, registers, past.asOf(), past.region())) {
                continue;
            }
            listings.add(new ListingInQuestion(
                    listing, mention.role(), listing.statusOn(past.asOf(), OnObjection.of(kind))));
        }
        return new Inquiry(
                past.subjectType(),
                past.nameInDoubt(),
                past.matter(),
                past.facts(),
                past.region(),
                past.agencyKind(),
                past.asOf(),
                List.copyOf(listings));
    }
}
