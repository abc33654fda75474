package org.xinheng.listing.rest;

import org.xinheng.contract.api.MaskedSubjectView;
import org.xinheng.kernel.Identifier;
import org.xinheng.kernel.SubjectType;
import org.xinheng.subject.Subject;

/** Writes {@code MaskedSubject} of the contract: an organisation in full, a person never (L8). */
final class MaskedSubjectMapper {
    private MaskedSubjectMapper() {}

    private static final String HIDDEN = "******";

    /** @param personsVisible false to show nothing of a person, not even the masked number */
    static MaskedSubjectView of(Subject subject, boolean personsVisible) {
        Identifier identifier = subject.mainIdentifier();
        if (subject.type() == SubjectType.PERSON && !personsVisible) {
            return new MaskedSubjectView(subject.type(), identifier.scheme(), HIDDEN, null);
        }
        return new MaskedSubjectView(subject.type(), identifier.scheme(), identifier.masked(), subject.maskedName());
    }
}
