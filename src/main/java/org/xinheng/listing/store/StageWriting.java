package org.xinheng.listing.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.xinheng.kernel.Identifier;
import org.xinheng.kernel.SubjectType;
import org.xinheng.listing.BulkEntries;
import org.xinheng.listing.EntryFingerprint;
import org.xinheng.listing.ListingDraft;
import org.xinheng.secrecy.LookupHash;
import org.xinheng.secrecy.PersonalDataCipher;
import org.xinheng.sql.store.CopyText;
import org.xinheng.sql.store.StoredJson;
import org.xinheng.subject.SubjectName;

/** Writes what a file says to the stage as it will be kept: hashed to be found, encrypted where it is personal. */
final class StageWriting {
    private static final String FACTS = "listing_facts";
    private static final String NAME = "subject_name";
    private static final String IDENTIFIER = "subject_identifier";

    private final PersonalDataCipher cipher;
    private final LookupHash lookupHash;
    private final StoredJson json;

    StageWriting(PersonalDataCipher cipher, LookupHash lookupHash, StoredJson json) {
        this.cipher = cipher;
        this.lookupHash = lookupHash;
        this.json = json;
    }

    void write(Connection connection, List<BulkEntries.Staged> entries, List<BulkEntries.StagedRemoval> removals)
            throws SQLException {
        CopyText rows = new CopyText();
        CopyText persons = new CopyText();
        for (BulkEntries.Staged staged : entries) {
            entry(rows, staged);
            int position = 0;
            for (ListingDraft.NamedPerson named : staged.draft().responsiblePersons()) {
                persons.add(staged.line())
                        .add(position++)
                        .add(named.role().name())
                        .add(named.from())
                        .add(named.to());
                party(persons, named.person());
                persons.end();
            }
        }
        CopyText ends = new CopyText();
        for (BulkEntries.StagedRemoval staged : removals) {
            Identifier subject = staged.removal().subject();
            ends.add(staged.line())
                    .add(staged.removal().listKind())
                    .add(lookupHash.of(subject))
                    .add(staged.removal().documentNumber())
                    .add(staged.removal().recognisedUnder())
                    .end();
        }
        rows.copyTo(connection, "feed_row");
        persons.copyTo(connection, "feed_person");
        ends.copyTo(connection, "feed_removal");
    }

    private void entry(CopyText rows, BulkEntries.Staged staged) {
        ListingDraft draft = staged.draft();
        var designation = draft.designation();
        String facts = designation == null ? null : designation.facts();
        rows.add(staged.line())
                .add(staged.id())
                .add(draft.listKind())
                .add(draft.listedOn())
                .add(draft.expiresOn())
                .add(draft.region())
                .add(json.write(new ListingBody(
                        draft.gravity(),
                        designation == null ? null : designation.settled(),
                        draft.decidedTerm(),
                        draft.matterItems(),
                        draft.publishPersonalData(),
                        draft.recognisedUnder())))
                .add(facts == null ? null : cipher.encrypt(facts, FACTS))
                .add(lookupHash.ofText(EntryFingerprint.USE, EntryFingerprint.of(draft)))
                .add(designation == null ? null : designation.act());
        party(rows, draft.subject());
        rows.end();
    }

    private void party(CopyText row, ListingDraft.Party party) {
        Identifier identifier = party.identifier();
        boolean personal = identifier.scheme().personal();
        SubjectName name = party.name();
        boolean person = party.type() == SubjectType.PERSON;
        row.add(party.type().name())
                .add(identifier.scheme().name())
                .add(lookupHash.of(identifier))
                .add(lookupHash.ofWriting(identifier))
                .add(personal ? null : identifier.value())
                .add(personal ? cipher.encrypt(identifier.value(), IDENTIFIER) : null)
                .add(name == null || person ? null : name.value())
                .add(name != null && person ? cipher.encrypt(name.value(), NAME) : null)
                .add(name == null ? null : lookupHash.ofText(NAME, name.folded()));
    }
}
