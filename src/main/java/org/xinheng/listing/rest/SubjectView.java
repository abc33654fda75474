package org.xinheng.listing.rest;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xinheng.kernel.Identifier;
import org.xinheng.kernel.IdentifierScheme;
import org.xinheng.kernel.SubjectType;
import org.xinheng.subject.Subject;
import org.xinheng.subject.SubjectName;

/** {@code MaskedSubject} of the contract: an organisation in full, a person never (L8). */
record SubjectView(
        SubjectType type,
        IdentifierScheme scheme,
        String identifier,
        @Nullable String name) {
    private static final String HIDDEN = "******";

    /** @param personsVisible false to show nothing of a person, not even the masked number */
    static SubjectView of(Subject subject, boolean personsVisible) {
        // of several numbers the one of the best known kind, of several names the newest
        Identifier identifier = subject.identifiers().stream()
                .min(Comparator.comparing(Identifier::scheme))
                .orElseThrow(() -> new IllegalStateException("a subject has at least one identifier"));
        List<SubjectName> names = subject.names();
        SubjectName name = names.isEmpty() ? null : names.get(names.size() - 1);
        boolean person = subject.type() == SubjectType.PERSON;
        if (person && !personsVisible) {
            return new SubjectView(subject.type(), identifier.scheme(), HIDDEN, null);
        }
        return new SubjectView(
                subject.type(),
                identifier.scheme(),
                identifier.masked(),
                name == null ? null : person ? name.masked() : name.value());
    }
}
