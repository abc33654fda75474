package org.xinheng.demonstration;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.xinheng.caller.Role;
import org.xinheng.catalogue.Department;
import org.xinheng.catalogue.Ground;
import org.xinheng.catalogue.ListKind;
import org.xinheng.catalogue.Matter;
import org.xinheng.catalogue.MatterItem;
import org.xinheng.catalogue.MeasureRule;
import org.xinheng.catalogue.Registers;
import org.xinheng.catalogue.TargetRole;
import org.xinheng.decision.DecisionRequest;
import org.xinheng.decision.MatterFacts;
import org.xinheng.kernel.SubjectType;
import org.xinheng.listing.DesignatedItem;
import org.xinheng.listing.ListingDraft;
import org.xinheng.subject.SubjectName;

/**
 * Makes up what the agencies of the demonstration ask: only about matters that their kind may handle. Most questions are
 * about a listed subject in a matter that some row of its list reaches; the rest are about anybody.
 */
final class SyntheticQuestions {
    /** How many questions there are. */
    static final int COUNT = 500;

    private static final int ABOUT_ANYBODY_ONCE_IN = 5;
    private static final int ABOUT_THE_UNLISTED_ONCE_IN = 4;
    private static final int AHEAD_ONCE_IN = 12;
    private static final int DAYS_AHEAD_MAX = 400;
    private static final int WRONG_NAME_ONCE_IN = 40;
    private static final int TRIES = 150;
    private static final int TRIES_A_MATTER = 50;

    private final Registers registers;
    private final ModelRows modelRows;
    private final List<SyntheticListing> listings;
    private final LocalDate today;
    private final Chance chance;

    private SyntheticQuestions(
            Registers registers,
            List<MeasureRule> rules,
            List<SyntheticListing> listings,
            LocalDate today,
            Chance chance) {
        this.registers = registers;
        this.modelRows = new ModelRows(rules);
        this.listings = listings;
        this.today = today;
        this.chance = chance;
    }

    /** What is asked about whom. */
    private record Case(ListingDraft.Party subject, String matter, MatterFacts facts) {}

    /** All questions, in the order in which they are asked. */
    static List<SyntheticQuestion> of(
            Registers registers,
            List<MeasureRule> rules,
            List<SyntheticListing> listings,
            LocalDate today,
            Chance chance) {
        var questions = new SyntheticQuestions(registers, rules, listings, today, chance);
        List<DemonstrationKey> agencies = DemonstrationKey.ALL.stream()
                .filter(key -> key.roles().contains(Role.IMPLEMENTING_AGENCY))
                .toList();
        List<SyntheticQuestion> asked = new ArrayList<>();
        for (int number = 1; number <= COUNT; number++) {
            asked.add(questions.question(agencies.get(number % agencies.size()), number));
        }
        return List.copyOf(asked);
    }

    /** Case number of a question; a search for it finds the decision. */
    static String caseNumber(int number) {
        return String.format(Locale.ROOT, "示范办件-%04d", number);
    }

    private SyntheticQuestion question(DemonstrationKey key, int number) {
        Department department = registers.departments().get(key.department());
        if (department == null) {
            throw new IllegalArgumentException("the register 部门 has no department " + key.department());
        }
        List<Matter> matters = registers.matters().values().stream()
                .filter(matter -> matter.agencyKinds().contains(department.kind()))
                .sorted(Comparator.comparing(Matter::code))
                .toList();
        Case asked = chance.oneIn(ABOUT_ANYBODY_ONCE_IN) ? anySubject(matters) : somebodyListed(department, matters);
        boolean ahead = chance.oneIn(AHEAD_ONCE_IN);
        Matter matter = registers.matters().get(asked.matter());
        return new SyntheticQuestion(
                key,
                new DecisionRequest(
                        asked.subject().type(),
                        asked.subject().identifier(),
                        name(asked.subject()),
                        asked.matter(),
                        asked.facts(),
                        SyntheticOrganisations.HOME,
                        matter == null ? asked.matter() : matter.title(),
                        caseNumber(number),
                        ahead ? today.plusDays(1L + chance.below(DAYS_AHEAD_MAX)) : null,
                        null));
    }

    private Case anySubject(List<Matter> matters) {
        ListingDraft.Party subject = chance.oneIn(ABOUT_THE_UNLISTED_ONCE_IN)
                ? new ListingDraft.Party(
                        SubjectType.ORGANISATION, SyntheticOrganisations.unlisted(chance.below(900)), null)
                : chance.oneOf(listings).draft().subject();
        return new Case(subject, chance.oneOf(matters).code(), MatterFacts.NONE);
    }

    private Case somebodyListed(Department department, List<Matter> matters) {
        Matter matter = chance.oneOf(matters);
        for (int i = 1; i <= TRIES; i++) {
            Case found = reachedBy(chance.oneOf(listings).draft(), department, matter.code());
            if (found != null) {
                return found;
            }
            if (i % TRIES_A_MATTER == 0) {
                matter = chance.oneOf(matters);
            }
        }
        return anySubject(matters);
    }

    /** A question about somebody whom this listing concerns, in a matter that a row reaches; null where no row does. */
    private @Nullable Case reachedBy(ListingDraft listing, Department department, String matter) {
        ListKind kind = registers.listKinds().get(listing.listKind());
        var designation = listing.designation();
        Ground ground = designation == null ? null : registers.grounds().get(designation.ground());
        if (kind == null || ground == null) {
            return null;
        }
        List<MeasureRule> rows = modelRows.of(kind, ground).stream()
                .filter(row -> row.matters().isEmpty() || row.matters().contains(matter))
                .filter(row -> row.agencyKinds().isEmpty() || row.agencyKinds().contains(department.kind()))
                .toList();
        if (rows.isEmpty()) {
            return null;
        }
        MeasureRule row = chance.oneOf(rows);
        ListingDraft.Party subject = reached(row, listing);
        return subject == null ? null : new Case(subject, matter, facts(row, listing));
    }

    private ListingDraft.@Nullable Party reached(MeasureRule row, ListingDraft listing) {
        if (row.roles().contains(TargetRole.LISTED_SUBJECT)) {
            boolean fits = row.subjectTypes().isEmpty()
                    || row.subjectTypes().contains(listing.subject().type());
            return fits ? listing.subject() : null;
        }
        return listing.responsiblePersons().stream()
                .filter(named -> row.roles().contains(named.role()))
                .map(ListingDraft.NamedPerson::person)
                .findFirst()
                .orElse(null);
    }

    private MatterFacts facts(MeasureRule row, ListingDraft listing) {
        return new MatterFacts(
                fact(row.sectors(), listing, DesignatedItem::sector),
                fact(row.items(), listing, DesignatedItem::item),
                row.legallyRequiredTender(),
                row.governmentInvested());
    }

    private @Nullable String fact(
            Set<String> wanted, ListingDraft listing, Function<DesignatedItem, @Nullable String> designated) {
        Set<String> codes = new TreeSet<>(wanted);
        if (codes.remove(MatterItem.AS_DESIGNATED)) {
            for (DesignatedItem item : listing.matterItems()) {
                String code = designated.apply(item);
                if (code != null) {
                    codes.add(code);
                }
            }
        }
        return codes.isEmpty() ? null : chance.oneOf(List.copyOf(codes));
    }

    /** Half of the agencies say the name; now and then it is one that the subject never bore. */
    private @Nullable SubjectName name(ListingDraft.Party subject) {
        if (subject.name() != null && chance.oneIn(WRONG_NAME_ONCE_IN)) {
            return new SubjectName("示范查无此名");
        }
        return chance.oneIn(2) ? subject.name() : null;
    }
}
