package org.xinheng.listing;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xinheng.catalogue.Gravity;
import org.xinheng.kernel.EffectivePeriod;

/**
 * An entry on a list, or an order against a subject (名单记录).
 *
 * <p>Its life: a department that may determine the kind enters it with the decision it rests on; it is valid from
 * {@code listedOn} and counts for decisions made after it is known. It ends on the earliest of its last day, its removal
 * and the revocation of the act beneath it; a stay suspends it, a restoration leaves only what a statute bars for a term
 * or for life, and so does a plan of reorganisation while it is carried out. All of these are dated events beside it; the entry itself never changes.
 *
 * @param subjectId the listed subject (名单主体)
 * @param gravity present for black kinds and orders
 * @param designation the decision; always present for black kinds
 * @param listedOn first day in force
 * @param expiresOn last day in force, null where the law leaves the term open
 * @param decidedTerm term that the decision fixed, both ends inclusive
 * @param matterItems sectors and items the decision is limited to, empty for none
 * @param region GB/T 2260 code of the list's region
 * @param initiatingDepartment code of the department that entered it
 * @param knownAt number of the commit that made it known
 * @param events in the order in which they became known
 * @param recognisedUnder the agreement by which a partner region's entry was taken in (互认), null for our own
 */
public record Listing(
        UUID id,
        String listKind,
        UUID subjectId,
        @Nullable Gravity gravity,
        @Nullable Designation designation,
        LocalDate listedOn,
        @Nullable LocalDate expiresOn,
        @Nullable EffectivePeriod decidedTerm,
        List<DesignatedItem> matterItems,
        List<ResponsiblePerson> responsiblePersons,
        String region,
        String initiatingDepartment,
        boolean publishPersonalData,
        long knownAt,
        List<ListingEvent> events,
        @Nullable String recognisedUnder) {
    /** How it stands on a day. */
    public ListingStatus statusOn(LocalDate day, OnObjection onObjection) {
        LocalDate revoked = first(ListingEvent.Type.REVOKED);
        if (revoked != null && !day.isBefore(revoked)) {
            return new ListingStatus.Ended(ListingStatus.Cause.REVOKED, revoked);
        }
        LocalDate removed = first(ListingEvent.Type.REMOVED);
        if (removed != null && !day.isBefore(removed)) {
            return new ListingStatus.Ended(ListingStatus.Cause.REMOVED, removed);
        }
        if (expiresOn != null && day.isAfter(expiresOn)) {
            return new ListingStatus.Ended(ListingStatus.Cause.EXPIRED, expiresOn.plusDays(1));
        }
        if (day.isBefore(listedOn)) {
            return new ListingStatus.Ahead();
        }
        boolean objection = open(ListingEvent.Type.OBJECTED, ListingEvent.Type.OBJECTION_CLOSED, day);
        boolean suspended = objection && onObjection == OnObjection.SUSPENDS;
        if (suspended || open(ListingEvent.Type.STAYED, ListingEvent.Type.STAY_ENDED, day)) {
            return new ListingStatus.Stayed(objection);
        }
        LocalDate restored = first(ListingEvent.Type.RESTORED);
        if (restored != null && !day.isBefore(restored)) {
            return new ListingStatus.Restored(restored, objection);
        }
        LocalDate reorganisation =
                openSince(ListingEvent.Type.REORGANISATION_BEGUN, ListingEvent.Type.REORGANISATION_ENDED, day);
        return reorganisation == null
                ? new ListingStatus.InForce(objection)
                : new ListingStatus.Restored(reorganisation, objection);
    }

    /** Whether it is over on a day: removed, revoked or expired. */
    public boolean overOn(LocalDate day) {
        return statusOn(day, OnObjection.MARKS) instanceof ListingStatus.Ended;
    }

    /** Whether what one kind of event opens and another closes is open in the end, whatever the day. */
    public boolean goesOn(ListingEvent.Type opening, ListingEvent.Type closing) {
        return open(opening, closing, LocalDate.MAX);
    }

    /** The same with the events that were known at that number. */
    public Listing asKnownAt(long number) {
        return events.stream().allMatch(event -> event.knownAt() <= number)
                ? this
                : with(
                        designation,
                        events.stream()
                                .filter(event -> event.knownAt() <= number)
                                .toList());
    }

    /** The same under another designation. */
    Listing under(Designation other) {
        return with(other, events);
    }

    private Listing with(@Nullable Designation itsDesignation, List<ListingEvent> itsEvents) {
        return new Listing(
                id,
                listKind,
                subjectId,
                gravity,
                itsDesignation,
                listedOn,
                expiresOn,
                decidedTerm,
                matterItems,
                responsiblePersons,
                region,
                initiatingDepartment,
                publishPersonalData,
                knownAt,
                itsEvents,
                recognisedUnder);
    }

    /** Number of the commit that last changed it: its entry, or the latest of its events that are known. */
    public long version() {
        return events.stream().mapToLong(ListingEvent::knownAt).reduce(knownAt, Math::max);
    }

    /** First day on which an event of this kind counts, null when there is none. */
    public @Nullable LocalDate first(ListingEvent.Type type) {
        LocalDate first = null;
        for (ListingEvent event : events) {
            if (event.type() == type && (first == null || event.effectiveOn().isBefore(first))) {
                first = event.effectiveOn();
            }
        }
        return first;
    }

    private boolean open(ListingEvent.Type opening, ListingEvent.Type closing, LocalDate day) {
        return openSince(opening, closing, day) != null;
    }

    /** First day of what is open on a day, null where nothing is. */
    private @Nullable LocalDate openSince(ListingEvent.Type opening, ListingEvent.Type closing, LocalDate day) {
        LocalDate since = null;
        for (ListingEvent event : events.stream()
                .filter(e -> !e.effectiveOn().isAfter(day))
                .sorted(Comparator.comparing(ListingEvent::effectiveOn).thenComparing(ListingEvent::knownAt))
                .toList()) {
            if (event.type() == opening) {
                since = since == null ? event.effectiveOn() : since;
            } else if (event.type() == closing) {
                since = null;
            }
        }
        return since;
    }
}
