package org.xinheng.kernel;

import static org.xinheng.kernel.IdentifierScheme.CITIZEN_ID;
import static org.xinheng.kernel.IdentifierScheme.FOREIGN_PERMANENT_RESIDENCE;
import static org.xinheng.kernel.IdentifierScheme.HK_MACAO_PERMIT;
import static org.xinheng.kernel.IdentifierScheme.ORGANISATION_CODE;
import static org.xinheng.kernel.IdentifierScheme.OTHER_ID;
import static org.xinheng.kernel.IdentifierScheme.REGISTRATION_NUMBER;
import static org.xinheng.kernel.IdentifierScheme.USCC;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The scheme whose number was given under the name of another one. A subject asked for under the wrong scheme would be
 * found on no list.
 */
final class OtherScheme {
    /** Long numbers with a region or a day in them and a check character: hardly anything else is one by chance. */
    private static final List<IdentifierScheme> UNMISTAKABLE = List.of(USCC, CITIZEN_ID, FOREIGN_PERMANENT_RESIDENCE);

    /** Short numbers: their check, or their form, is passed by chance now and then. */
    private static final List<IdentifierScheme> LIKELY =
            List.of(REGISTRATION_NUMBER, ORGANISATION_CODE, HK_MACAO_PERMIT);

    private OtherScheme() {}

    /**
     * The scheme by which a number is valid that is not by the named one, null for none; of several, one that numbers the
     * same type of subject.
     */
    static @Nullable IdentifierScheme of(IdentifierScheme named, String raw) {
        SubjectType type = named.personal() ? SubjectType.PERSON : SubjectType.ORGANISATION;
        IdentifierScheme found = byForm(type, named, raw);
        return found != null
                ? found
                : byForm(type == SubjectType.PERSON ? SubjectType.ORGANISATION : SubjectType.PERSON, named, raw);
    }

    /** The scheme of a type of subject by which a number is valid, the named one excepted; null for none. */
    static @Nullable IdentifierScheme byForm(SubjectType type, @Nullable IdentifierScheme named, String raw) {
        List<IdentifierScheme> schemes = Stream.concat(UNMISTAKABLE.stream(), LIKELY.stream())
                .filter(scheme -> scheme.numbers(type))
                .toList();
        return first(schemes, named, raw);
    }

    /**
     * The scheme of a number that also passes for one of a scheme without a check character, null for none. A passport
     * may look like any short number, another document only where somebody has confirmed it.
     */
    static @Nullable IdentifierScheme insideLoose(IdentifierScheme named, String raw, boolean confirmed) {
        IdentifierScheme found = first(UNMISTAKABLE, named, raw);
        return found == null && named == OTHER_ID && !confirmed ? first(LIKELY, named, raw) : found;
    }

    /** What is expected instead, with the confirmation where one lets the number stand as it is. */
    static String expected(IdentifierScheme found, IdentifierScheme named) {
        return found.name() + (named == OTHER_ID && LIKELY.contains(found) ? " / OTHER_ID + identifierConfirmed" : "");
    }

    private static @Nullable IdentifierScheme first(
            List<IdentifierScheme> schemes, @Nullable IdentifierScheme named, String raw) {
        return schemes.stream()
                .filter(scheme -> scheme != named)
                .filter(scheme -> IdentifierFault.of(scheme, Identifier.normalised(scheme, raw)) == null)
                .findFirst()
                .orElse(null);
    }
}
