package org.xinheng.engine;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xinheng.catalogue.Gravity;
import org.xinheng.catalogue.Ground;
import org.xinheng.catalogue.ListKind;
import org.xinheng.catalogue.MatterItem;
import org.xinheng.catalogue.MeasureRule;
import org.xinheng.catalogue.MeasureTerm;
import org.xinheng.catalogue.Polarity;
import org.xinheng.catalogue.Registers;
import org.xinheng.catalogue.TargetRole;
import org.xinheng.catalogue.table.SourceRow;
import org.xinheng.decision.Inquiry;
import org.xinheng.decision.ListingInQuestion;
import org.xinheng.decision.MatterFacts;
import org.xinheng.kernel.EffectivePeriod;
import org.xinheng.kernel.SubjectType;
import org.xinheng.law.Effect;
import org.xinheng.listing.DesignatedItem;
import org.xinheng.listing.Designation;
import org.xinheng.listing.DocumentType;
import org.xinheng.listing.Listing;
import org.xinheng.listing.ListingStatus;

/**
 * Any number of rows and inquiries over real registers, from a seed: list kind and matter are spread evenly, the other
 * conditions are filled about as often as in the tables of the repository.
 */
final class ManyRows {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
    private static final int LISTINGS = 3;

    private final Registers registers;
    private final Random random;
    private final List<ListKind> kinds;
    private final List<String> matters;
    private final List<String> regions;
    private final List<String> agencyKinds;
    private final List<String> sectors;
    private final List<String> items;
    private final List<String> measureItems;
    private final List<String> articles;

    ManyRows(Registers registers, long seed) {
        this.registers = registers;
        this.random = new Random(seed);
        this.kinds = List.copyOf(registers.listKinds().values());
        this.matters = List.copyOf(registers.matters().keySet());
        this.regions = List.copyOf(registers.regions().keySet());
        this.agencyKinds = List.copyOf(registers.departmentKinds().keySet());
        this.sectors = codes(MatterItem.Kind.SECTOR);
        this.items = codes(MatterItem.Kind.ITEM);
        this.measureItems = registers.measureItems().values().stream()
                .filter(item -> item.measureClass() < 3)
                .map(item -> item.code())
                .toList();
        this.articles = List.copyOf(registers.legalBases().keySet());
    }

    private List<String> codes(MatterItem.Kind kind) {
        return registers.matterItems().values().stream()
                .filter(item -> item.kind() == kind)
                .map(MatterItem::code)
                .toList();
    }

    List<MeasureRule> rows(int count) {
        List<MeasureRule> rows = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            rows.add(row(i));
        }
        return rows;
    }

    private MeasureRule row(int number) {
        ListKind kind = pick(kinds);
        boolean reward = kind.polarity() == Polarity.RED;
        return new MeasureRule(
                "R%05d".formatted(number),
                Set.of(kind.code()),
                chance(30) ? someOf(groundsOf(kind), 2) : Set.of(),
                chance(30) ? someOf(List.of(Gravity.values()), 2) : Set.of(),
                chance(50) ? Set.of(pick(List.of(SubjectType.values()))) : Set.of(),
                chance(75) ? Set.of(TargetRole.LISTED_SUBJECT) : someOf(List.of(TargetRole.values()), 3),
                chance(5) ? someOf(regions, 2) : Set.of(),
                chance(15) ? someOf(regions, 2) : Set.of(),
                chance(85) ? someOf(matters, 2) : Set.of(),
                chance(5) && !sectors.isEmpty() ? Set.of(pick(sectors), MatterItem.AS_DESIGNATED) : Set.of(),
                chance(5) && !items.isEmpty() ? someOf(items, 3) : Set.of(),
                chance(5) ? random.nextBoolean() : null,
                chance(5) ? random.nextBoolean() : null,
                chance(30) ? someOf(agencyKinds, 3) : Set.of(),
                List.copyOf(someOf(kind.legalBases().isEmpty() ? articles : kind.legalBases(), 2)),
                validity(),
                reward ? null : pick(measureItems),
                "ZF-01",
                reward ? Effect.FACILITATE : pick(List.of(Effect.PROHIBIT, Effect.RESTRICT, Effect.CAUTION)),
                new MeasureTerm(MeasureTerm.Kind.LIST_PERIOD, null, null),
                null,
                reward ? Set.of(MeasureRule.ALL_BLACK) : Set.of(),
                "made for a benchmark",
                new SourceRow("memoranda/many.xlsx", "措施", number + 10),
                List.of());
    }

    private EffectivePeriod validity() {
        return switch (random.nextInt(10)) {
            case 0 -> new EffectivePeriod(DAY.minusDays(random.nextInt(2_000)), null);
            case 1 -> new EffectivePeriod(null, DAY.plusDays(random.nextInt(2_000) - 1_000L));
            default -> EffectivePeriod.ALWAYS;
        };
    }

    /** An inquiry about a subject with three listings of different kinds. */
    Inquiry inquiry() {
        SubjectType type = pick(List.of(SubjectType.values()));
        Set<ListKind> chosen = new HashSet<>();
        List<ListingInQuestion> listings = new ArrayList<>();
        while (listings.size() < LISTINGS) {
            ListKind kind = pick(kinds);
            if (chosen.add(kind)) {
                listings.add(listing(kind, type));
            }
        }
        return new Inquiry(
                type,
                false,
                pick(matters),
                new MatterFacts(
                        chance(20) ? pickOrNull(sectors) : null,
                        chance(20) ? pickOrNull(items) : null,
                        chance(50) ? random.nextBoolean() : null,
                        chance(50) ? random.nextBoolean() : null),
                pick(regions),
                pick(agencyKinds),
                DAY,
                List.copyOf(listings));
    }

    private ListingInQuestion listing(ListKind kind, SubjectType type) {
        List<String> grounds = groundsOf(kind);
        var designation = new Designation(
                DocumentType.LIST_DESIGNATION_DECISION,
                "示例〔2026〕1号",
                DAY.minusYears(1),
                "示例",
                pickOrNull(grounds),
                null,
                Set.copyOf(kind.legalBases().isEmpty() ? Set.of(pick(articles)) : someOf(kind.legalBases(), 2)),
                null,
                null,
                true,
                null,
                null);
        var listing = new Listing(
                new UUID(random.nextLong(), random.nextLong()),
                kind.code(),
                new UUID(0, 1),
                pick(List.of(Gravity.values())),
                designation,
                DAY.minusYears(1),
                DAY.plusYears(1),
                null,
                chance(10) && !sectors.isEmpty()
                        ? List.of(new DesignatedItem(pick(sectors), pickOrNull(items)))
                        : List.of(),
                List.of(),
                pick(regions),
                "WH-CZJ",
                false,
                1,
                List.of(),
                null);
        TargetRole role = type == SubjectType.PERSON && chance(30)
                ? pick(List.of(TargetRole.values()))
                : TargetRole.LISTED_SUBJECT;
        return new ListingInQuestion(listing, role, new ListingStatus.InForce(false));
    }

    private List<String> groundsOf(ListKind kind) {
        return registers.grounds().values().stream()
                .filter(ground -> ground.listKind().equals(kind.code()))
                .map(Ground::code)
                .toList();
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private <T> T pick(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private @Nullable String pickOrNull(List<String> values) {
        return values.isEmpty() ? null : pick(values);
    }

    private <T> Set<T> someOf(Collection<T> values, int most) {
        List<T> all = new ArrayList<>(values);
        Set<T> some = new HashSet<>();
        int wanted = all.isEmpty() ? 0 : 1 + random.nextInt(most);
        for (int i = 0; i < wanted; i++) {
            some.add(pick(all));
        }
        return Set.copyOf(some);
    }

    /** For a message. */
    @Override
    public String toString() {
        return Arrays.asList(kinds.size() + " list kinds", matters.size() + " matters", regions.size() + " regions")
                .toString();
    }
}
