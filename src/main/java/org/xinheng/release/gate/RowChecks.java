package org.xinheng.release.gate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.xinheng.catalogue.Edition;
import org.xinheng.catalogue.Ground;
import org.xinheng.catalogue.ListKind;
import org.xinheng.catalogue.ListScope;
import org.xinheng.catalogue.Matter;
import org.xinheng.catalogue.MatterItem;
import org.xinheng.catalogue.Measure;
import org.xinheng.catalogue.MeasureItem;
import org.xinheng.catalogue.MeasureRule;
import org.xinheng.catalogue.MeasureTerm;
import org.xinheng.catalogue.Nature;
import org.xinheng.catalogue.Registers;
import org.xinheng.catalogue.TargetRole;
import org.xinheng.catalogue.table.RuleColumn;
import org.xinheng.kernel.EffectivePeriod;
import org.xinheng.kernel.SubjectType;
import org.xinheng.law.Effect;
import org.xinheng.law.InstrumentLevel;
import org.xinheng.law.LegalBasis;
import org.xinheng.law.TermLength;

/** Checks one row against the law it cites (L1, L2), the measure list, and itself. */
final class RowChecks {
    private static final String ROOT_REGION = "100000";
    private static final int ADVISING_CLASS = 3;

    private final ParsedWorkbooks reading;
    private final Registers registers;
    private final MeasureRule rule;
    /** The first day on which the row would count under this release, null when it is over before that. */
    private final @Nullable LocalDate firstDay;

    private final List<LegalBasis> bases;
    /** Whether every article cited could be read; if not, nothing is said about what they carry. */
    private final boolean basesKnown;
    /** Whether the register of regions is sound; if not, nothing is said about where a local statute reaches. */
    private final boolean regionsSound;

    private final List<Finding> findings = new ArrayList<>();

    RowChecks(ParsedWorkbooks reading, MeasureRule rule, LocalDate day, boolean regionsSound) {
        this.reading = reading;
        this.registers = reading.content().registers();
        this.rule = rule;
        LocalDate from = rule.validity().from();
        LocalDate first = from != null && from.isAfter(day) ? from : day;
        LocalDate to = rule.validity().to();
        this.firstDay = to != null && to.isBefore(first) ? null : first;
        this.bases = rule.legalBases().stream()
                .map(registers.legalBases()::get)
                .filter(Objects::nonNull)
                .toList();
        this.basesKnown =
                bases.size() == rule.legalBases().size() && bases.stream().noneMatch(RowChecks::halfKnown);
        this.regionsSound = regionsSound;
    }

    List<Finding> check() {
        reach();
        contradictions();
        measureItem();
        exclusions();
        nature();
        listDates();
        if (basesKnown && datesAgree() && regionsGrounded()) {
            if (rule.reward() || rule.effect() == Effect.ADVISE) {
                anyInForce(bases);
            } else {
                ableBases();
            }
        }
        if (rule.term().kind() == MeasureTerm.Kind.FIXED && rule.term().countedFrom() == null) {
            add(RuleColumn.COUNTED_FROM, FindingCode.COUNTED_FROM_MISSING, null, null);
        }
        return findings;
    }

    private void reach() {
        boolean everything = rule.matters().isEmpty()
                && rule.sectors().isEmpty()
                && rule.items().isEmpty()
                && rule.agencyKinds().isEmpty()
                && rule.legallyRequiredTender() == null
                && rule.governmentInvested() == null;
        if (everything) {
            add(RuleColumn.MATTER, FindingCode.ROW_CATCHES_ALL, null, null);
        }
        if (rule.roles().contains(TargetRole.LISTED_SUBJECT) && rule.roles().size() > 1) {
            add(RuleColumn.ROLE, FindingCode.ROLES_MIXED, joined(rule.roles()), null);
        }
    }

    private void contradictions() {
        for (String code : rule.grounds()) {
            Ground ground = registers.grounds().get(code);
            if (ground != null && !rule.listKinds().contains(ground.listKind())) {
                never(
                        RuleColumn.GROUND,
                        code,
                        "事由属于名单 " + ground.listKind(),
                        "the ground belongs to list " + ground.listKind());
            }
        }
        boolean organisationsOnly = rule.subjectTypes().equals(Set.of(SubjectType.ORGANISATION));
        if (organisationsOnly && !rule.roles().contains(TargetRole.LISTED_SUBJECT)) {
            never(
                    RuleColumn.SUBJECT_TYPE,
                    joined(rule.subjectTypes()),
                    "组织不会因责任人员角色被及于",
                    "an organisation is never reached in a person's role");
        }
        localListElsewhere();
        matterAndAgency();
        matterAndItem(RuleColumn.ITEM, rule.items());
        matterAndItem(RuleColumn.SECTOR, rule.sectors());
    }

    /** A local list counts inside its own region alone (design §6.11). */
    private void localListElsewhere() {
        List<ListKind> kinds = known(rule.listKinds(), registers.listKinds()::get);
        boolean local = !kinds.isEmpty()
                && kinds.size() == rule.listKinds().size()
                && kinds.stream().allMatch(kind -> kind.scope() == ListScope.LOCAL);
        boolean named =
                !rule.matterRegions().isEmpty() && !rule.listingRegions().isEmpty();
        if (!local || !named || !regionsSound) {
            return;
        }
        boolean apart = rule.matterRegions().stream()
                .noneMatch(region -> rule.listingRegions().stream()
                        .anyMatch(listed -> registers.regionAndAbove(region).contains(listed)
                                || registers.regionAndAbove(listed).contains(region)));
        if (apart) {
            never(
                    RuleColumn.LISTING_REGION,
                    joined(rule.listingRegions()),
                    "本地名单只在本地区有效，与办理地区不在一处",
                    "a local list counts in its own region only, and the matter is elsewhere");
        }
    }

    private void matterAndAgency() {
        List<Matter> matters = known(rule.matters(), registers.matters()::get);
        boolean noneMay = !matters.isEmpty()
                && matters.size() == rule.matters().size()
                && !rule.agencyKinds().isEmpty()
                && matters.stream()
                        .noneMatch(matter -> matter.agencyKinds().stream().anyMatch(rule.agencyKinds()::contains));
        if (noneMay) {
            never(
                    RuleColumn.AGENCY_KIND,
                    joined(rule.agencyKinds()),
                    "这些部门类别不办理本行的事项",
                    "these agencies do not handle the row's matters");
        }
    }

    private void matterAndItem(RuleColumn column, Set<String> codes) {
        List<MatterItem> items = known(codes, registers.matterItems()::get);
        boolean noneFits = !codes.isEmpty()
                && items.size() == codes.size()
                && !rule.matters().isEmpty()
                && items.stream()
                        .noneMatch(item -> item.matters().isEmpty()
                                || item.matters().stream().anyMatch(rule.matters()::contains));
        if (noneFits) {
            never(column, joined(codes), "细项不用于本行的事项", "the item does not occur in the row's matters");
        }
    }

    private void measureItem() {
        String code = rule.measureItem();
        if (rule.reward()) {
            if (code != null) {
                add(RuleColumn.MEASURE_ITEM, FindingCode.MEASURE_ITEM_IN_REWARD, code, null);
            }
            return;
        }
        if (code == null) {
            add(RuleColumn.MEASURE_ITEM, FindingCode.MEASURE_ITEM_MISSING, null, null);
            return;
        }
        MeasureItem item = registers.measureItems().get(code);
        if (item == null) {
            return;
        }
        if (item.measureClass() == ADVISING_CLASS && rule.effect() != Effect.ADVISE) {
            add(RuleColumn.EFFECT, FindingCode.CLASS_THREE_ORDERS, rule.effect().name(), Effect.ADVISE.name());
        }
        Edition edition = registers.editions().get(item.edition());
        if (edition != null && firstDay != null && !edition.inForce().includes(firstDay)) {
            add(RuleColumn.MEASURE_ITEM, FindingCode.MEASURE_ITEM_NOT_IN_FORCE, code, null, firstDay.toString());
        }
    }

    private void exclusions() {
        if (rule.reward() && rule.excludedBy().isEmpty()) {
            add(RuleColumn.EXCLUDED_BY, FindingCode.REWARD_WITHOUT_EXCLUSION, null, MeasureRule.ALL_BLACK);
        } else if (!rule.reward() && !rule.excludedBy().isEmpty()) {
            add(RuleColumn.EXCLUDED_BY, FindingCode.PUNISHMENT_WITH_EXCLUSION, joined(rule.excludedBy()), null);
        }
    }

    private void nature() {
        Measure measure = registers.measures().get(rule.measure());
        if (measure != null && (measure.nature() == Nature.REWARD) != rule.reward()) {
            add(
                    RuleColumn.EFFECT,
                    FindingCode.NATURE_AND_EFFECT_DISAGREE,
                    rule.effect().name(),
                    measure.nature().name(),
                    measure.code());
        }
    }

    /** A local regulation without its region has a finding of its own. */
    private static boolean halfKnown(LegalBasis basis) {
        return basis.level() == InstrumentLevel.LOCAL_REGULATION && basis.region() == null;
    }

    /** Whether the row's days lie within those of its articles; told for the article or the day that is out. */
    private boolean datesAgree() {
        List<LegalBasis> apart = bases.stream()
                .filter(basis -> !meet(basis.inForce(), rule.validity()))
                .toList();
        if (!apart.isEmpty()) {
            LegalBasis first = apart.get(0);
            add(
                    RuleColumn.LEGAL_BASIS,
                    FindingCode.ROW_OUTSIDE_BASIS_DATES,
                    codes(apart),
                    null,
                    written(first.inForce()));
            return false;
        }
        LocalDate from = rule.validity().from();
        LocalDate to = rule.validity().to();
        if (from != null && bases.stream().allMatch(basis -> from.isBefore(firstDayOf(basis)))) {
            outside(RuleColumn.VALID_FROM);
            return false;
        }
        if (to != null && bases.stream().allMatch(basis -> to.isAfter(lastDayOf(basis)))) {
            outside(RuleColumn.VALID_TO);
            return false;
        }
        return true;
    }

    private void outside(RuleColumn column) {
        LegalBasis first = bases.get(0);
        add(column, FindingCode.ROW_OUTSIDE_BASIS_DATES, codes(bases), null, written(first.inForce()));
    }

    private static LocalDate firstDayOf(LegalBasis basis) {
        LocalDate from = basis.inForce().from();
        return from == null ? LocalDate.MIN : from;
    }

    private static LocalDate lastDayOf(LegalBasis basis) {
        LocalDate to = basis.inForce().to();
        return to == null ? LocalDate.MAX : to;
    }

    private static String written(EffectivePeriod period) {
        return (period.from() == null ? "" : period.from()) + " – " + (period.to() == null ? "" : period.to());
    }

    /** A list lives as long as the articles that found it. */
    private void listDates() {
        for (String code : rule.listKinds()) {
            ListKind kind = registers.listKinds().get(code);
            if (kind == null || kind.legalBases().isEmpty()) {
                continue;
            }
            List<LegalBasis> founding = known(kind.legalBases(), registers.legalBases()::get);
            boolean apart = founding.size() == kind.legalBases().size()
                    && founding.stream().noneMatch(basis -> meet(basis.inForce(), rule.validity()));
            if (apart) {
                add(RuleColumn.LIST_KIND, FindingCode.ROW_OUTSIDE_LIST_DATES, code, null, codes(founding));
            }
        }
    }

    /** Whether every region that the row names has a local regulation of it, or of one above, behind it. */
    private boolean regionsGrounded() {
        if (!regionsSound) {
            return true;
        }
        boolean matterGrounded = grounded(RuleColumn.MATTER_REGION, rule.matterRegions());
        boolean listingGrounded = grounded(RuleColumn.LISTING_REGION, rule.listingRegions());
        return matterGrounded && listingGrounded;
    }

    private boolean grounded(RuleColumn column, Set<String> regions) {
        for (String region : regions) {
            List<String> above = registers.regionAndAbove(region);
            boolean grounded = bases.stream()
                    .anyMatch(basis -> basis.level() == InstrumentLevel.LOCAL_REGULATION
                            && basis.region() != null
                            && above.contains(basis.region()));
            if (!grounded && !region.equals(ROOT_REGION) && !above.isEmpty()) {
                add(column, FindingCode.REGION_WITHOUT_STATUTE, region, null);
                return false;
            }
        }
        return true;
    }

    private boolean anyInForce(List<LegalBasis> candidates) {
        boolean any = firstDay == null || candidates.stream().anyMatch(this::inForce);
        if (!any) {
            add(
                    RuleColumn.LEGAL_BASIS,
                    FindingCode.BASIS_NOT_IN_FORCE,
                    codes(candidates),
                    null,
                    String.valueOf(firstDay));
        }
        return any;
    }

    private void ableBases() {
        Collection<String> regions = new HashSet<>();
        rule.matterRegions().forEach(region -> regions.addAll(registers.regionAndAbove(region)));
        List<LegalBasis> able = bases.stream()
                .filter(basis -> basis.canCarry(rule.effect(), regions))
                .toList();
        boolean local = bases.stream().anyMatch(basis -> basis.level() == InstrumentLevel.LOCAL_REGULATION);
        if (able.isEmpty() && local && !regionsSound) {
            return;
        }
        if (able.isEmpty()) {
            Effect strongest = bases.stream()
                    .filter(basis -> basis.ceiling() != null && basis.canCarry(basis.ceiling(), regions))
                    .map(LegalBasis::ceiling)
                    .filter(Objects::nonNull)
                    .min(Effect::compareTo)
                    .orElse(null);
            if (strongest == null) {
                add(RuleColumn.LEGAL_BASIS, FindingCode.BASIS_NOT_ABLE, codes(bases), null);
            } else {
                add(
                        RuleColumn.EFFECT,
                        FindingCode.EFFECT_ABOVE_CEILING,
                        rule.effect().name(),
                        strongest.name());
            }
            return;
        }
        boolean inForce = anyInForce(able);
        boolean verified = able.stream().anyMatch(basis -> basis.verified() && inForce(basis));
        if (inForce && !verified && rule.effect().needsVerifiedBasis()) {
            add(RuleColumn.LEGAL_BASIS, FindingCode.BASIS_UNVERIFIED, codes(able), null);
        }
        term(able.stream().filter(this::inForce).toList());
    }

    /** Whether an article is law when the row first counts; where the row is over by then, every article is asked. */
    private boolean inForce(LegalBasis basis) {
        return firstDay == null || basis.inForce().includes(firstDay);
    }

    /**
     * A fixed term may not leave the range that the able articles in force set, as a decision goes by these alone; an
     * article that states none sets no bound.
     */
    private void term(List<LegalBasis> able) {
        TermLength length = rule.term().kind() == MeasureTerm.Kind.LIFE
                ? TermLength.LIFE
                : rule.term().length();
        if (length == null) {
            return;
        }
        TermLength longest = null;
        TermLength least = null;
        boolean bounded = true;
        for (LegalBasis basis : able) {
            TermLength most = basis.longest();
            TermLength fewest = basis.least();
            bounded &= most != null;
            if (most != null && (longest == null || most.longerThan(longest))) {
                longest = most;
            }
            if (fewest != null && (least == null || least.longerThan(fewest))) {
                least = fewest;
            }
        }
        if (bounded && longest != null && length.longerThan(longest)) {
            add(RuleColumn.TERM, FindingCode.TERM_ABOVE_LONGEST, length.toString(), longest.toString());
        } else if (least != null && least.longerThan(length)) {
            add(RuleColumn.TERM, FindingCode.TERM_BELOW_LEAST, length.toString(), least.toString());
        }
    }

    private static boolean meet(EffectivePeriod a, EffectivePeriod b) {
        return !(a.to() != null && b.from() != null && a.to().isBefore(b.from()))
                && !(b.to() != null && a.from() != null && b.to().isBefore(a.from()));
    }

    private static <T> List<T> known(
            Collection<String> codes, java.util.function.Function<String, @Nullable T> register) {
        var known = new ArrayList<T>();
        for (String code : codes) {
            T entry = register.apply(code);
            if (entry != null) {
                known.add(entry);
            }
        }
        return known;
    }

    private static String codes(List<LegalBasis> bases) {
        return bases.stream().map(LegalBasis::code).collect(Collectors.joining("、"));
    }

    private static String joined(Collection<?> words) {
        return words.stream().map(String::valueOf).sorted().collect(Collectors.joining("、"));
    }

    private void never(RuleColumn column, String found, String chinese, String english) {
        add(column, FindingCode.ROW_NEVER_MATCHES, found, null, chinese, english);
    }

    private void add(
            RuleColumn column,
            FindingCode code,
            @Nullable String found,
            @Nullable String expected,
            String... arguments) {
        findings.add(reading.places().of(rule.source(), column.heading()).finding(code, found, expected, arguments));
    }
}
