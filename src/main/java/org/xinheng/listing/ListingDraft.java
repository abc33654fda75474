package org.xinheng.listing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xinheng.catalogue.Gravity;
import org.xinheng.catalogue.TargetRole;
import org.xinheng.kernel.EffectivePeriod;
import org.xinheng.kernel.Fault;
import org.xinheng.kernel.Identifier;
import org.xinheng.kernel.SubjectType;
import org.xinheng.subject.SubjectName;

/**
 * A listing as a department hands it in, well-formed but not yet judged.
 *
 * @param recognisedUnder the agreement by which a partner region's entry is taken in (互认), null for an own one
 */
public record ListingDraft(
        String listKind,
        Party subject,
        @Nullable Gravity gravity,
        @Nullable DesignationDraft designation,
        LocalDate listedOn,
        @Nullable LocalDate expiresOn,
        @Nullable EffectivePeriod decidedTerm,
        List<DesignatedItem> matterItems,
        List<NamedPerson> responsiblePersons,
        String region,
        boolean publishPersonalData,
        @Nullable String recognisedUnder) {
    /**
     * A subject as named in a draft.
     *
     * @param writtenInOldForm whether the number was given in an old form, such as 15 digits of a citizen
     */
    public record Party(
            SubjectType type,
            Identifier identifier,
            @Nullable SubjectName name,
            boolean writtenInOldForm) {
        /** A subject whose number was given in its form of today. */
        public Party(SubjectType type, Identifier identifier, @Nullable SubjectName name) {
            this(type, identifier, name, false);
        }

        /**
         * What speaks against the number: a scheme that numbers the other type of subject, a day of birth to come.
         *
         * @param today day on which it is submitted, Asia/Shanghai
         */
        public List<Fault> faults(String pointer, LocalDate today) {
            List<Fault> faults = new ArrayList<>();
            if (!identifier.scheme().numbers(type)) {
                faults.add(Identifier.notFor(type, identifier.scheme()).under(pointer + "/type"));
            }
            Fault unborn = identifier.bornAfter(today, pointer + "/identifier");
            if (unborn != null) {
                faults.add(unborn);
            }
            return faults;
        }
    }

    /** A responsible person as named in a draft. */
    public record NamedPerson(
            TargetRole role,
            Party person,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {}

    /**
     * A designation of which anything may still be missing.
     *
     * @param act the act on record that it is, or rests on (据以认定的行政行为), null where it names none
     */
    public record DesignationDraft(
            @Nullable DocumentType documentType,
            @Nullable String documentNumber,
            @Nullable LocalDate documentDate,
            @Nullable String issuedBy,
            @Nullable String ground,
            @Nullable String facts,
            List<String> legalBases,
            @Nullable LocalDate sentenceEndsOn,
            @Nullable LocalDate priorNoticeOn,
            @Nullable Boolean measuresReminded,
            @Nullable String removalConditions,
            @Nullable String remedies,
            @Nullable UUID act) {
        /** The designation that it makes: none without a document, and without its facts, which are kept apart, encrypted. */
        public @Nullable Designation settled() {
            return documentDate == null
                    ? null
                    : new Designation(
                            documentType == null ? DocumentType.OTHER_STATUTORY : documentType,
                            documentNumber == null ? "" : documentNumber,
                            documentDate,
                            issuedBy == null ? "" : issuedBy,
                            ground,
                            null,
                            Set.copyOf(legalBases),
                            sentenceEndsOn,
                            priorNoticeOn,
                            Boolean.TRUE.equals(measuresReminded),
                            removalConditions,
                            remedies);
        }
    }
}
