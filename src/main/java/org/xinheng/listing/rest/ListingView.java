package org.xinheng.listing.rest;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xinheng.catalogue.CommitmentOutcome;
import org.xinheng.catalogue.Gravity;
import org.xinheng.catalogue.TargetRole;
import org.xinheng.kernel.EffectivePeriod;
import org.xinheng.kernel.Identifier;
import org.xinheng.kernel.IdentifierScheme;
import org.xinheng.kernel.UnifiedSocialCreditCode;
import org.xinheng.listing.Commitment;
import org.xinheng.listing.DesignatedItem;
import org.xinheng.listing.Designation;
import org.xinheng.listing.DocumentType;
import org.xinheng.listing.Listing;
import org.xinheng.listing.ListingEvent;
import org.xinheng.listing.ListingStatus;
import org.xinheng.listing.service.ListingRead;

/** {@code Listing} of the contract. */
record ListingView(
        UUID id,
        long knownAt,
        String initiatingDepartment,
        String listKind,
        SubjectView subject,
        @Nullable Gravity gravity,
        @Nullable DesignationView designation,
        LocalDate listedOn,
        @Nullable LocalDate expiresOn,
        @Nullable EffectivePeriod decidedTerm,
        List<DesignatedItem> matterItems,
        List<PersonView> responsiblePersons,
        String region,
        boolean publishPersonalData,
        StatusView status,
        List<ListingEvent> events,
        List<NoticeView> notices,
        @Nullable CommitmentView commitment,
        @Nullable String recognisedUnder) {

    /** {@code ListedDesignation}. */
    record DesignationView(
            DocumentType documentType,
            String documentNumber,
            LocalDate documentDate,
            String issuedBy,
            @Nullable String ground,
            @Nullable String facts,
            List<String> legalBases,
            @Nullable LocalDate sentenceEndsOn,
            @Nullable LocalDate priorNoticeOn,
            boolean measuresReminded,
            @Nullable String removalConditions,
            @Nullable String remedies,
            @Nullable UUID act) {
        static DesignationView of(Designation designation, @Nullable String facts, @Nullable UUID act) {
            return new DesignationView(
                    designation.documentType(),
                    designation.documentNumber(),
                    designation.documentDate(),
                    designation.issuedBy(),
                    designation.ground(),
                    facts,
                    designation.legalBases().stream().sorted().toList(),
                    designation.sentenceEndsOn(),
                    designation.priorNoticeOn(),
                    designation.measuresReminded(),
                    designation.removalConditions(),
                    designation.remedies(),
                    act);
        }
    }

    /** {@code ListedPerson}. */
    record PersonView(
            TargetRole role,
            SubjectView subject,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {}

    /** {@code ListingStatus}. */
    record StatusView(
            LocalDate onDay, String standing, @Nullable LocalDate since, boolean objectionOpen) {
        static StatusView of(LocalDate day, ListingStatus standing) {
            boolean objection = standing.objectionOpen();
            if (standing instanceof ListingStatus.Ended ended) {
                return new StatusView(day, ended.cause().name(), ended.since(), objection);
            }
            if (standing instanceof ListingStatus.Restored restored) {
                return new StatusView(day, "RESTORED", restored.since(), objection);
            }
            if (standing instanceof ListingStatus.Stayed) {
                return new StatusView(day, "STAYED", null, objection);
            }
            return new StatusView(day, standing instanceof ListingStatus.Ahead ? "AHEAD" : "IN_FORCE", null, objection);
        }
    }

    /** {@code CommitmentEnd}. */
    record CommitmentView(
            CommitmentOutcome outcome,
            LocalDate effectiveOn,
            @Nullable String documentNumber,
            @Nullable String reason,
            long knownAt) {
        static CommitmentView of(Commitment.Ended ended) {
            ListingEvent event = ended.event();
            return new CommitmentView(
                    ended.outcome(), event.effectiveOn(), event.documentNumber(), event.reason(), event.knownAt());
        }
    }

    /** {@code Notice}. */
    record NoticeView(String code, String pointer, String message) {}

    static ListingView of(ListingRead read) {
        Listing listing = read.listing();
        // the facts found may name the persons
        String facts = read.concernsPersons() && !read.personsVisible() ? null : read.facts();
        return new ListingView(
                listing.id(),
                listing.knownAt(),
                listing.initiatingDepartment(),
                listing.listKind(),
                SubjectView.of(read.subject(), read.personsVisible()),
                listing.gravity(),
                listing.designation() == null ? null : DesignationView.of(listing.designation(), facts, read.act()),
                listing.listedOn(),
                listing.expiresOn(),
                listing.decidedTerm(),
                listing.matterItems(),
                listing.responsiblePersons().stream()
                        .map(person -> new PersonView(
                                person.role(),
                                SubjectView.of(read.subject(person.subjectId()), read.personsVisible()),
                                person.from(),
                                person.to()))
                        .toList(),
                listing.region(),
                listing.publishPersonalData(),
                StatusView.of(read.onDay(), read.standing()),
                listing.events().stream()
                        .filter(event -> !Commitment.ends(event.type()))
                        .toList(),
                notices(read),
                Commitment.endOf(listing).map(CommitmentView::of).orElse(null),
                listing.recognisedUnder());
    }

    private static List<NoticeView> notices(ListingRead read) {
        boolean innerCodeHolds = read.subject().identifiers().stream()
                .filter(identifier -> identifier.scheme() == IdentifierScheme.USCC)
                .map(Identifier::value)
                .allMatch(code -> new UnifiedSocialCreditCode(code).subjectCodeHolds());
        return innerCodeHolds
                ? List.of()
                : List.of(new NoticeView("INNER_CODE_CHECK", "/subject/identifier", "统一社会信用代码内含的组织机构代码校验不符，请核对"));
    }
}
