package org.xinheng.decision.explain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.xinheng.catalogue.Gravity;
import org.xinheng.decision.Inquiry;
import org.xinheng.decision.ListingInQuestion;
import org.xinheng.decision.Trace;
import org.xinheng.kernel.SubjectType;
import org.xinheng.listing.DesignatedItem;
import org.xinheng.listing.Designation;
import org.xinheng.listing.DocumentType;
import org.xinheng.listing.Listing;
import org.xinheng.listing.ListingEvent;
import org.xinheng.listing.ListingStatus;

/** Turns what a trace remembers back into what was asked, as far as a row can ask it. */
final class RememberedFacts {
    /** Stands where a trace remembers nothing, because no row asks for it. */
    private static final UUID NOBODY = new UUID(0, 0);

    private RememberedFacts() {}

    static Inquiry inquiry(Trace.Asked asked) {
        return new Inquiry(
                SubjectType.valueOf(asked.subjectType()),
                asked.nameInDoubt(),
                asked.matter(),
                asked.facts(),
                asked.region(),
                asked.agencyKind(),
                asked.asOf(),
                List.of());
    }

    static ListingInQuestion listing(Trace.FactsOfListing facts) {
        Trace.Terms terms = facts.terms();
        Listing listing = new Listing(
                facts.id(),
                facts.listKind(),
                NOBODY,
                facts.gravity() == null ? null : Gravity.valueOf(facts.gravity()),
                designation(facts),
                facts.listedOn(),
                facts.expiresOn(),
                terms == null ? null : terms.decidedTerm(),
                Stream.concat(
                                facts.sectors().stream().map(sector -> new DesignatedItem(sector, null)),
                                facts.items().stream().map(item -> new DesignatedItem(null, item)))
                        .toList(),
                List.of(),
                facts.region(),
                "",
                false,
                0,
                events(terms),
                null);
        return new ListingInQuestion(listing, facts.role(), standing(facts));
    }

    private static @Nullable Designation designation(Trace.FactsOfListing facts) {
        Trace.Terms terms = facts.terms();
        boolean nothingToSay = facts.ground() == null
                && facts.citedBases().isEmpty()
                && (terms == null || terms.documentDate() == null);
        return nothingToSay
                ? null
                : new Designation(
                        DocumentType.OTHER_STATUTORY,
                        "",
                        terms == null || terms.documentDate() == null ? facts.listedOn() : terms.documentDate(),
                        "",
                        facts.ground(),
                        null,
                        Set.copyOf(facts.citedBases()),
                        terms == null ? null : terms.sentenceEndsOn(),
                        null,
                        true,
                        terms == null ? null : terms.removalConditions(),
                        null);
    }

    private static List<ListingEvent> events(Trace.@Nullable Terms terms) {
        List<ListingEvent> events = new ArrayList<>();
        if (terms != null) {
            add(events, ListingEvent.Type.REMOVED, terms.removedFrom());
            add(events, ListingEvent.Type.REVOKED, terms.revokedFrom());
            add(events, ListingEvent.Type.RESTORED, terms.restoredFrom());
        }
        return List.copyOf(events);
    }

    private static void add(List<ListingEvent> events, ListingEvent.Type type, @Nullable LocalDate from) {
        if (from != null) {
            events.add(new ListingEvent(NOBODY, type, from, 0, null, null));
        }
    }

    private static ListingStatus standing(Trace.FactsOfListing facts) {
        return switch (facts.standing()) {
            case AHEAD -> new ListingStatus.Ahead();
            case IN_FORCE -> new ListingStatus.InForce(false);
            case STAYED -> new ListingStatus.Stayed(false);
            case RESTORED ->
                new ListingStatus.Restored(
                        facts.terms() == null
                                ? facts.listedOn()
                                : Objects.requireNonNullElse(facts.terms().restoredFrom(), facts.listedOn()),
                        false);
            case EXPIRED, REMOVED, REVOKED ->
                new ListingStatus.Ended(
                        ListingStatus.Cause.valueOf(facts.standing().name()), facts.listedOn());
        };
    }
}
