package org.xinheng.listing.rest;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xinheng.contract.api.CommitmentEndView;
import org.xinheng.contract.api.ListedDesignationView;
import org.xinheng.contract.api.ListedPersonView;
import org.xinheng.contract.api.ListingStatusView;
import org.xinheng.contract.api.ListingView;
import org.xinheng.contract.api.NoticeView;
import org.xinheng.kernel.Identifier;
import org.xinheng.kernel.IdentifierScheme;
import org.xinheng.kernel.NoticeCode;
import org.xinheng.kernel.UnifiedSocialCreditCode;
import org.xinheng.listing.Commitment;
import org.xinheng.listing.Designation;
import org.xinheng.listing.Listing;
import org.xinheng.listing.ListingEvent;
import org.xinheng.listing.ListingStatus;
import org.xinheng.listing.service.ListingRead;

/** Writes {@code Listing} of the contract. */
final class ListingMapper {
    private ListingMapper() {}

    static ListedDesignationView designation(Designation designation, @Nullable String facts, @Nullable UUID act) {
        return new ListedDesignationView(
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

    static ListingStatusView status(LocalDate day, ListingStatus standing) {
        boolean objection = standing.objectionOpen();
        if (standing instanceof ListingStatus.Ended ended) {
            return new ListingStatusView(day, ended.cause().name(), ended.since(), objection);
        }
        if (standing instanceof ListingStatus.Restored restored) {
            return new ListingStatusView(day, "RESTORED", restored.since(), objection);
        }
        if (standing instanceof ListingStatus.Stayed) {
            return new ListingStatusView(day, "STAYED", null, objection);
        }
        return new ListingStatusView(
                day, standing instanceof ListingStatus.Ahead ? "AHEAD" : "IN_FORCE", null, objection);
    }

    static CommitmentEndView commitment(Commitment.Ended ended) {
        ListingEvent event = ended.event();
        return new CommitmentEndView(
                ended.outcome(), event.effectiveOn(), event.documentNumber(), event.reason(), event.knownAt());
    }

    static ListingView of(ListingRead read) {
        Listing listing = read.listing();
        // the facts found may name the persons
        String facts = read.concernsPersons() && !read.personsVisible() ? null : read.facts();
        return new ListingView(
                listing.id(),
                listing.knownAt(),
                listing.initiatingDepartment(),
                listing.listKind(),
                MaskedSubjectMapper.of(read.subject(), read.personsVisible()),
                listing.gravity(),
                listing.designation() == null ? null : designation(listing.designation(), facts, read.act()),
                listing.listedOn(),
                listing.expiresOn(),
                listing.decidedTerm(),
                listing.matterItems(),
                listing.responsiblePersons().stream()
                        .map(person -> new ListedPersonView(
                                person.role(),
                                MaskedSubjectMapper.of(read.subject(person.subjectId()), read.personsVisible()),
                                person.from(),
                                person.to()))
                        .toList(),
                listing.region(),
                listing.publishPersonalData(),
                status(read.onDay(), read.standing()),
                listing.events().stream()
                        .filter(event -> !Commitment.ends(event.type()))
                        .toList(),
                notices(read),
                Commitment.endOf(listing).map(ListingMapper::commitment).orElse(null),
                listing.recognisedUnder());
    }

    private static List<NoticeView> notices(ListingRead read) {
        boolean innerCodeHolds = read.subject().identifiers().stream()
                .filter(identifier -> identifier.scheme() == IdentifierScheme.USCC)
                .map(Identifier::value)
                .allMatch(code -> new UnifiedSocialCreditCode(code).subjectCodeHolds());
        return innerCodeHolds
                ? List.of()
                : List.of(new NoticeView(
                        NoticeCode.INNER_CODE_CHECK, "/subject/identifier", "统一社会信用代码内含的组织机构代码校验不符，请核对"));
    }
}
