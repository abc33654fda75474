package org.xinheng.listing.store;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xinheng.catalogue.TargetRole;
import org.xinheng.listing.ListingEvent;
import org.xinheng.listing.ResponsiblePerson;
import org.xinheng.listing.SubjectFile;
import org.xinheng.sql.store.StoredJson;

/**
 * A listing that names a subject, as PostgreSQL gives it in JSON.
 *
 * @param via the subject that it names, null where only one was asked for
 */
record MentionRead(
        @Nullable UUID via,
        UUID id,
        String listKind,
        UUID subjectId,
        LocalDate listedOn,
        @Nullable LocalDate expiresOn,
        String region,
        String department,
        String body,
        long knownAt,
        TargetRole role,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable List<ListingEvent> events,
        @Nullable List<ResponsiblePerson> persons) {
    SubjectFile.Mention mention(StoredJson json) {
        return new SubjectFile.Mention(
                json.read(body, ListingBody.class)
                        .listing(
                                id,
                                listKind,
                                subjectId,
                                listedOn,
                                expiresOn,
                                region,
                                department,
                                knownAt,
                                Objects.requireNonNullElse(persons, List.of()),
                                Objects.requireNonNullElse(events, List.of())),
                role,
                from,
                to);
    }
}
