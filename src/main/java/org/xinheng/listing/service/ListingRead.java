package org.xinheng.listing.service;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xinheng.kernel.SubjectType;
import org.xinheng.listing.Listing;
import org.xinheng.listing.ListingStatus;
import org.xinheng.subject.Subject;

/**
 * A listing as somebody may read it.
 *
 * @param onDay day asked about
 * @param standing how it stands on that day
 * @param subjects the listed subject and the responsible persons, by id
 * @param facts free text of the designation, null where there is none
 * @param act the act on record that it rests on, null where it names none
 * @param personsVisible false where no purpose was given: nothing that identifies a person may be shown then (L8)
 */
public record ListingRead(
        Listing listing,
        LocalDate onDay,
        ListingStatus standing,
        Map<UUID, Subject> subjects,
        @Nullable String facts,
        @Nullable UUID act,
        boolean personsVisible) {

    /** The listed subject. */
    public Subject subject() {
        return subject(listing.subjectId());
    }

    /** A subject that the listing names. */
    public Subject subject(UUID id) {
        Subject subject = subjects.get(id);
        if (subject == null) {
            throw new IllegalStateException("a listing names a subject that is not kept");
        }
        return subject;
    }

    /** Whether it is about a person or names one. */
    public boolean concernsPersons() {
        return subject().type() == SubjectType.PERSON
                || !listing.responsiblePersons().isEmpty();
    }
}
