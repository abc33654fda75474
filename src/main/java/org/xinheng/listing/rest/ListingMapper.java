package org.xinheng.listing.rest;

import java.time.LocalDate;
import java.util.ArrayList;
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
import org.xinheng.kernel.NoticeCode;
import org.xinheng.listing.Commitment;
import org.xinheng.listing.Designation;
import org.xinheng.listing.Listing;
import org.xinheng.listing.ListingDraft;
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
        return of(read, notices(read));
    }

    /** A listing that was just entered, with the notices about how its numbers were written. */
    static ListingView of(ListingRead read, ListingDraft draft) {
        List<NoticeView> notices = notices(read);
        addConverted(notices, draft.subject(), "/subject");
        for (int i = 0; i < draft.responsiblePersons().size(); i++) {
            addConverted(notices, draft.responsiblePersons().get(i).person(), "/responsiblePersons/" + i + "/subject");
        }
        return of(read, notices);
    }

    private static void addConverted(List<NoticeView> notices, ListingDraft.Party party, String pointer) {
        if (party.writtenInOldForm()) {
            notices.add(
                    new NoticeView(NoticeCode.IDENTIFIER_CONVERTED, pointer + "/identifier", "十五位公民身份号码已换为十八位号码登记"));
        }
    }

    private static ListingView of(ListingRead read, List<NoticeView> notices) {
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
                notices,
                Commitment.endOf(listing).map(ListingMapper::commitment).orElse(null),
                listing.recognisedUnder());
    }

    private static List<NoticeView> notices(ListingRead read) {
        List<NoticeView> notices = new ArrayList<>();
        if (!read.subject().identifiers().stream().allMatch(Identifier::checkHolds)) {
            notices.add(new NoticeView(
                    NoticeCode.IDENTIFIER_CHECK_CONFIRMED, "/subject/identifier", "号码的校验码不符，已按确认受理，请与证照核对"));
        }
        if (!read.subject().identifiers().stream().allMatch(Identifier::innerCodeHolds)) {
            notices.add(
                    new NoticeView(NoticeCode.INNER_CODE_CHECK, "/subject/identifier", "统一社会信用代码内含的组织机构代码校验不符，请核对"));
        }
        return notices;
    }
}
