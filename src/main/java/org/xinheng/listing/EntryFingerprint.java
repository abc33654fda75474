package org.xinheng.listing;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything an entry says, as one text: two entries that say the same have the same text, whatever the order of codes
 * and whatever the subject is called at the time. It names persons in full and is never kept, only its keyed hash is.
 */
public final class EntryFingerprint {
    /** Under which its keyed hash is made. */
    public static final String USE = "listing";

    private static final char BETWEEN = '\u001f';

    private final StringBuilder text = new StringBuilder(400);

    private EntryFingerprint() {}

    /** The text of an entry. */
    public static String of(ListingDraft draft) {
        EntryFingerprint print = new EntryFingerprint();
        print.add(draft.listKind()).party(draft.subject()).add(draft.gravity());
        print.add(draft.listedOn()).add(draft.expiresOn()).add(draft.region()).add(draft.publishPersonalData());
        if (draft.decidedTerm() != null) {
            print.add(draft.decidedTerm().from()).add(draft.decidedTerm().to());
        }
        ListingDraft.DesignationDraft designation = draft.designation();
        if (designation != null) {
            print.add("D").add(designation.documentType()).add(designation.documentNumber());
            print.add(designation.documentDate()).add(designation.issuedBy()).add(designation.ground());
            print.add(designation.facts()).add(String.join(",", sorted(designation.legalBases())));
            print.add(designation.sentenceEndsOn()).add(designation.priorNoticeOn());
            print.add(Boolean.TRUE.equals(designation.measuresReminded()));
            print.add(designation.removalConditions()).add(designation.remedies());
            if (designation.act() != null) {
                print.add(designation.act());
            }
        }
        for (DesignatedItem item : draft.matterItems()) {
            print.add("M").add(item.sector()).add(item.item());
        }
        for (ListingDraft.NamedPerson named : draft.responsiblePersons()) {
            LocalDate from = named.from();
            print.add("P").add(named.role()).party(named.person()).add(from).add(named.to());
        }
        if (draft.recognisedUnder() != null) {
            print.add("R").add(draft.recognisedUnder());
        }
        return print.text.toString();
    }

    private EntryFingerprint party(ListingDraft.Party party) {
        return add(party.identifier().scheme()).add(party.identifier().value());
    }

    private EntryFingerprint add(@Nullable Object value) {
        text.append(value == null ? "" : value).append(BETWEEN);
        return this;
    }

    private static List<String> sorted(List<String> codes) {
        return codes.stream().sorted().toList();
    }
}
