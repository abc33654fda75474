package org.xinheng.demonstration;

import static org.xinheng.demonstration.SyntheticOrganisation.Form.COOPERATIVE;
import static org.xinheng.demonstration.SyntheticOrganisation.Form.ENTERPRISE;
import static org.xinheng.demonstration.SyntheticOrganisation.Form.PUBLIC_INSTITUTION;
import static org.xinheng.demonstration.SyntheticOrganisation.Form.SOCIAL_ORGANISATION;
import static org.xinheng.demonstration.SyntheticOrganisation.Form.SOLE_TRADER;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.xinheng.catalogue.CountedFrom;
import org.xinheng.catalogue.Department;
import org.xinheng.catalogue.Gravity;
import org.xinheng.catalogue.Ground;
import org.xinheng.catalogue.ListForm;
import org.xinheng.catalogue.ListKind;
import org.xinheng.catalogue.MatterItem;
import org.xinheng.catalogue.MeasureRule;
import org.xinheng.catalogue.Polarity;
import org.xinheng.catalogue.Registers;
import org.xinheng.catalogue.TargetRole;
import org.xinheng.demonstration.SyntheticOrganisation.Form;
import org.xinheng.kernel.EffectivePeriod;
import org.xinheng.kernel.ErrorCode;
import org.xinheng.law.LegalBasis;
import org.xinheng.law.TermLength;
import org.xinheng.listing.DesignatedItem;
import org.xinheng.listing.ListingDraft;
import org.xinheng.listing.ListingRules;

/**
 * Makes up the entries of the demonstration: over every list kind that may be entered by the registers at hand, on each
 * of its grounds, by a department that may determine it, on articles in force on the day of the decision and for a term
 * inside the law. {@link ListingRules} judges them like any other entry when they are handed in.
 */
final class SyntheticListings {
    /** How many entries there are. */
    static final int COUNT = 3000;

    /** Roughly how many entries a kind has against the others; a kind that is not named has {@link #USUAL_WEIGHT}. */
    private static final Map<String, Integer> WEIGHTS = Map.ofEntries(
            Map.entry("SXBZXR", 420),
            Map.entry("XZXF", 300),
            Map.entry("NMGGZ", 120),
            Map.entry("ZDSS", 160),
            Map.entry("SCJG", 260),
            Map.entry("ZFCG", 140),
            Map.entry("AQSC", 90),
            Map.entry("SHBX", 80),
            Map.entry("SPYP", 80),
            Map.entry("JYYC", 250),
            Map.entry("ZYJR", 190),
            Map.entry("TBJZ", 80),
            Map.entry("SHZZ", 70),
            Map.entry("CSJZ", 70),
            Map.entry("AJNSR", 480),
            Map.entry("HGGJRZ", 60),
            Map.entry("SHTZXY", 120));

    private static final int USUAL_WEIGHT = 40;
    private static final int MONTHS_BACK_MAX = 72;
    private static final int ORGANISATION_NAMES_A_PERSON_ONCE_IN = 6;
    private static final String README_KIND = "ZFCG";
    private static final String README_GROUND = "ZFCG-2";
    private static final String README_BASIS = "ZFCGF-77";

    private final Registers registers;
    private final ModelRows modelRows;
    private final CompetentOrgans organs;
    private final SubjectPool pool;
    private final SyntheticOrganisation first;
    private final LocalDate today;
    private final Chance chance;
    private final List<SyntheticListing> made = new ArrayList<>();

    private SyntheticListings(
            Registers registers,
            List<MeasureRule> rules,
            List<SyntheticOrganisation> organisations,
            List<ListingDraft.Party> persons,
            LocalDate today,
            Chance chance) {
        this.registers = registers;
        this.modelRows = new ModelRows(rules);
        this.organs = new CompetentOrgans(registers);
        this.first = organisations.get(0);
        this.pool = new SubjectPool(organisations.subList(1, organisations.size()), persons, chance);
        this.today = today;
        this.chance = chance;
    }

    /**
     * All entries.
     *
     * @param today the day of the first start, Asia/Shanghai
     */
    static List<SyntheticListing> of(
            Registers registers,
            List<MeasureRule> rules,
            List<SyntheticOrganisation> organisations,
            List<ListingDraft.Party> persons,
            LocalDate today,
            Chance chance) {
        var listings = new SyntheticListings(registers, rules, organisations, persons, today, chance);
        listings.make();
        return List.copyOf(listings.made);
    }

    private void make() {
        add("WH-CZJ", readmeListing(), null);
        shares().forEach((kind, share) -> {
            List<Ground> grounds = groundsOf(kind);
            LocalDate floor = firstDayOf(kind);
            for (int i = 0; i < share; i++) {
                make(kind, grounds.get(i % grounds.size()), floor);
            }
        });
    }

    private void add(String department, ListingDraft draft, @Nullable LocalDate removedOn) {
        made.add(new SyntheticListing(made.size() + 1, department, draft, removedOn));
    }

    // ---- which kinds, how many of each

    /** Kinds that may be entered today, each with its number of entries; together with the README's they are all. */
    private Map<ListKind, Integer> shares() {
        List<ListKind> kinds = registers.listKinds().values().stream()
                .filter(kind -> !organs.mayDetermine(kind).isEmpty() && hasBasisOn(kind, today))
                .filter(kind -> !groundsOf(kind).isEmpty())
                .sorted(Comparator.comparing(ListKind::code))
                .toList();
        int weights = kinds.stream().mapToInt(SyntheticListings::weight).sum();
        Map<ListKind, Integer> shares = new LinkedHashMap<>();
        int left = COUNT - made.size();
        for (ListKind kind : kinds) {
            int share = Math.max(groundsOf(kind).size(), (COUNT - 1) * weight(kind) / weights);
            shares.put(kind, share);
            left -= share;
        }
        int remainder = left;
        kinds.stream()
                .max(Comparator.comparingInt(SyntheticListings::weight).thenComparing(ListKind::code))
                .ifPresent(largest -> shares.merge(largest, remainder, Integer::sum));
        return shares;
    }

    private static int weight(ListKind kind) {
        return WEIGHTS.getOrDefault(kind.code(), USUAL_WEIGHT);
    }

    private List<Ground> groundsOf(ListKind kind) {
        return registers.grounds().values().stream()
                .filter(ground -> ground.listKind().equals(kind.code()))
                .sorted(Comparator.comparing((Ground ground) -> ground.code().length())
                        .thenComparing(Ground::code))
                .toList();
    }

    /** Asks the rules of entry themselves whether a kind has a basis in force. */
    private boolean hasBasisOn(ListKind kind, LocalDate day) {
        Department department = organs.mayDetermine(kind).get(0);
        var probe = new ListingDraft(
                kind.code(),
                first.party(),
                null,
                null,
                day,
                null,
                null,
                List.of(),
                List.of(),
                department.region(),
                false,
                null);
        return ListingRules.faultsOf(probe, registers, department, today).stream()
                .noneMatch(fault -> fault.code() == ErrorCode.LIST_KIND_WITHOUT_BASIS);
    }

    private LocalDate firstDayOf(ListKind kind) {
        LocalDate day = today;
        for (int months = 1; months <= MONTHS_BACK_MAX; months++) {
            LocalDate earlier = today.minusMonths(months);
            if (!hasBasisOn(kind, earlier)) {
                return day;
            }
            day = earlier;
        }
        return day;
    }

    // ---- one entry

    private void make(ListKind kind, Ground ground, LocalDate kindFloor) {
        boolean order = kind.form() == ListForm.ORDER;
        List<MeasureRule> rows = modelRows.of(kind, ground);
        MeasureRule row = rows.isEmpty() ? null : chance.oneOf(rows);
        List<LegalBasis> candidates = candidates(kind, ground, order ? row : null);
        TermLength decided = SyntheticTerms.decided(kind, row, rows, candidates, chance);
        TermLength term = SyntheticTerms.listing(kind, ground, decided);
        SyntheticDates dates = SyntheticDates.of(
                SyntheticDates.Standing.drawn(chance),
                kind,
                order,
                later(kindFloor, firstDayOf(candidates)),
                term,
                today,
                chance);
        List<String> cited = candidates.stream()
                .filter(basis -> basis.inForce().includes(dates.documentOn()))
                .map(LegalBasis::code)
                .toList();

        boolean person = modelRows.listsAPerson(kind, ground, row, chance);
        SyntheticOrganisation organisation = person ? null : pool.organisation(forms(kind, ground));
        String seat = organisation == null ? null : organisation.region();
        Department department = organs.of(kind, cited, seat, chance);
        EffectivePeriod decidedTerm = decided == null
                ? null
                : new EffectivePeriod(
                        dates.documentOn(),
                        decided.lastDayFrom(dates.documentOn()).orElse(null));
        add(
                department.code(),
                new ListingDraft(
                        kind.code(),
                        organisation == null ? pool.person() : organisation.party(),
                        gravity(kind, row),
                        SyntheticDesignations.of(
                                kind, ground, cited, dates, sentenceEndsOn(row, dates), department, made.size() + 1),
                        dates.listedOn(),
                        dates.expiresOn(),
                        decidedTerm,
                        row == null ? List.of() : matterItems(kind, row),
                        organisation == null ? List.of() : responsible(kind, row, dates),
                        organs.regionOf(department, seat),
                        false,
                        null),
                dates.removedOn());
    }

    /** The articles that a decision on this ground can cite; an order cites those of one row alone. */
    private List<LegalBasis> candidates(ListKind kind, Ground ground, @Nullable MeasureRule row) {
        List<LegalBasis> bases = ground.legalBases().stream()
                .filter(code -> row == null || row.legalBases().contains(code))
                .map(code -> registers.legalBases().get(code))
                .filter(Objects::nonNull)
                .filter(basis -> basis.inForce().includes(today))
                .toList();
        return !bases.isEmpty()
                ? bases
                : kind.legalBases().stream()
                        .map(code -> registers.legalBases().get(code))
                        .filter(Objects::nonNull)
                        .filter(basis -> basis.inForce().includes(today))
                        .toList();
    }

    private static LocalDate firstDayOf(List<LegalBasis> candidates) {
        return candidates.stream()
                .map(basis -> Objects.requireNonNullElse(basis.inForce().from(), LocalDate.MIN))
                .max(Comparator.naturalOrder())
                .orElse(LocalDate.MIN);
    }

    private static Form[] forms(ListKind kind, Ground ground) {
        return switch (kind.code()) {
            case "SHZZ", "CSJZ" -> new Form[] {SOCIAL_ORGANISATION};
            case "KYCX" -> new Form[] {PUBLIC_INSTITUTION};
            case "ZXQY" -> new Form[] {ground.code().equals("ZXQY-1") ? PUBLIC_INSTITUTION : ENTERPRISE};
            case "AJNSR", "HGGJRZ", "HG", "TJ", "GTZY", "SHTZXY" -> new Form[] {ENTERPRISE};
            default -> new Form[] {ENTERPRISE, SOLE_TRADER, COOPERATIVE};
        };
    }

    private @Nullable Gravity gravity(ListKind kind, @Nullable MeasureRule row) {
        if (kind.polarity() != Polarity.BLACK && kind.form() != ListForm.ORDER) {
            return null;
        }
        List<Gravity> asked = row == null ? List.of() : List.copyOf(new TreeSet<>(row.gravities()));
        if (!asked.isEmpty()) {
            return chance.oneOf(asked);
        }
        int tenth = chance.below(10);
        if (tenth < 6) {
            return Gravity.SERIOUS;
        }
        return tenth < 9 ? Gravity.GENERAL : Gravity.LIGHT;
    }

    /** The last day of the sentence that the row counts from, null where it counts from none. */
    private @Nullable LocalDate sentenceEndsOn(@Nullable MeasureRule row, SyntheticDates dates) {
        return row != null && row.term().countedFrom() == CountedFrom.SENTENCE_END
                ? dates.documentOn().plusDays(180L + chance.below(500))
                : null;
    }

    /** What the decision is limited to: nothing for most lists, an occupation, post or licence for most orders. */
    private List<DesignatedItem> matterItems(ListKind kind, MeasureRule row) {
        boolean limited = (kind.form() == ListForm.ORDER && !kind.code().equals("XZXF"))
                || row.sectors().contains(MatterItem.AS_DESIGNATED)
                || row.items().contains(MatterItem.AS_DESIGNATED);
        String sector = limited ? item(row.sectors(), MatterItem.Kind.SECTOR, row.matters()) : null;
        String item = limited ? item(row.items(), MatterItem.Kind.ITEM, row.matters()) : null;
        return sector == null && item == null ? List.of() : List.of(new DesignatedItem(sector, item));
    }

    private @Nullable String item(Set<String> asked, MatterItem.Kind kind, Set<String> matters) {
        if (asked.isEmpty()) {
            return null;
        }
        List<String> codes = new ArrayList<>(new TreeSet<>(asked));
        codes.remove(MatterItem.AS_DESIGNATED);
        if (codes.isEmpty()) {
            registers.matterItems().values().stream()
                    .filter(item ->
                            item.kind() == kind && item.matters().stream().anyMatch(matters::contains))
                    .map(MatterItem::code)
                    .sorted()
                    .forEach(codes::add);
        }
        return codes.isEmpty() ? null : chance.oneOf(codes);
    }

    private List<ListingDraft.NamedPerson> responsible(ListKind kind, @Nullable MeasureRule row, SyntheticDates dates) {
        List<TargetRole> roles = new ArrayList<>();
        if (row != null) {
            roles.addAll(new TreeSet<>(row.roles()));
            roles.remove(TargetRole.LISTED_SUBJECT);
        }
        boolean named = !roles.isEmpty()
                || (kind.polarity() == Polarity.BLACK && chance.oneIn(ORGANISATION_NAMES_A_PERSON_ONCE_IN));
        if (!named) {
            return List.of();
        }
        TargetRole role = roles.isEmpty() ? TargetRole.LEGAL_REPRESENTATIVE : chance.oneOf(roles);
        LocalDate from = dates.documentOn().minusMonths(6L + chance.below(48));
        LocalDate to = chance.oneIn(10) ? dates.documentOn().plusMonths(1L + chance.below(6)) : null;
        return List.of(new ListingDraft.NamedPerson(role, pool.person(), from, to));
    }

    // ---- the entry that the README asks about

    /** Barred from government procurement for two years, of which three quarters lie ahead. */
    private ListingDraft readmeListing() {
        ListKind kind = Objects.requireNonNull(registers.listKinds().get(README_KIND), README_KIND);
        Ground ground = Objects.requireNonNull(registers.grounds().get(README_GROUND), README_GROUND);
        Department department = Objects.requireNonNull(registers.departments().get("WH-CZJ"), "WH-CZJ");
        LocalDate day = today.minusMonths(6);
        LocalDate lastDay =
                new TermLength(2, TermLength.Unit.YEARS).lastDayFrom(day).orElseThrow();
        var dates = new SyntheticDates(day, day, lastDay, null);
        return new ListingDraft(
                README_KIND,
                first.party(),
                Gravity.SERIOUS,
                SyntheticDesignations.of(kind, ground, List.of(README_BASIS), dates, null, department, 1),
                day,
                lastDay,
                new EffectivePeriod(day, lastDay),
                List.of(),
                List.of(),
                SyntheticOrganisations.HOME,
                false,
                null);
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
