package org.xinheng.subject;

import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xinheng.kernel.Identifier;
import org.xinheng.kernel.SubjectType;

/**
 * A credit subject (信用主体) as it is known: a set of identifiers, matched by any of them and never by name, and the
 * names it has borne (design §6.12).
 */
public record Subject(UUID id, SubjectType type, List<Identifier> identifiers, List<SubjectName> names) {
    /** Of several numbers the one of the best known kind. */
    public Identifier mainIdentifier() {
        return identifiers.stream()
                .min(Comparator.comparing(Identifier::scheme))
                .orElseThrow(() -> new IllegalStateException("a subject has at least one identifier"));
    }

    /** Of several names the newest, null for none. */
    public @Nullable SubjectName newestName() {
        return names.isEmpty() ? null : names.get(names.size() - 1);
    }

    /** The newest name, of a person masked (L8). */
    public @Nullable String maskedName() {
        SubjectName name = newestName();
        return name == null ? null : type == SubjectType.PERSON ? name.masked() : name.value();
    }
}
