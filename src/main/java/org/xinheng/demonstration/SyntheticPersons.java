package org.xinheng.demonstration;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.xinheng.kernel.CitizenId;
import org.xinheng.kernel.Identifier;
import org.xinheng.kernel.IdentifierScheme;
import org.xinheng.kernel.SubjectType;
import org.xinheng.listing.ListingDraft;

/** The persons of the demonstration: numbers of region 999999, which nobody can have, with a valid check character. */
final class SyntheticPersons {
    /** How many there are. */
    static final int COUNT = 200;

    private static final String NOWHERE = "999999";
    private static final int FIRST_YEAR = 1955;
    private static final int YEARS = 50;

    private SyntheticPersons() {}

    static List<ListingDraft.Party> of(SyntheticNames names, Chance chance) {
        List<ListingDraft.Party> persons = new ArrayList<>();
        for (int i = 1; i <= COUNT; i++) {
            LocalDate born = LocalDate.of(FIRST_YEAR + chance.below(YEARS), 1 + chance.below(12), 1 + chance.below(28));
            String first17 =
                    NOWHERE + born.format(DateTimeFormatter.BASIC_ISO_DATE) + String.format(Locale.ROOT, "%03d", i);
            persons.add(new ListingDraft.Party(
                    SubjectType.PERSON,
                    new Identifier(
                            IdentifierScheme.CITIZEN_ID,
                            CitizenId.completing(first17).value()),
                    names.person()));
        }
        return List.copyOf(persons);
    }
}
