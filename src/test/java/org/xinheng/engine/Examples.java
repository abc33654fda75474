package org.xinheng.engine;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.xinheng.catalogue.Gravity;
import org.xinheng.catalogue.ListForm;
import org.xinheng.catalogue.MatterItem;
import org.xinheng.catalogue.MeasureRule;
import org.xinheng.catalogue.Registers;
import org.xinheng.catalogue.TargetRole;
import org.xinheng.catalogue.table.RuleColumn;
import org.xinheng.decision.Inquiry;
import org.xinheng.kernel.SubjectType;
import org.xinheng.listing.DesignatedItem;

/** Makes inquiries that a row must match or must miss, and random ones near the rows. */
final class Examples {
    /** Stands in no register and no row. */
    private static final String NONE_SUCH = "NONE_SUCH";

    private final Registers registers;

    Examples(Registers registers) {
        this.registers = registers;
    }

    /** An inquiry that agrees with every condition of the row. */
    Inquiry matching(MeasureRule rule) {
        return changed(rule, (asked, listed) -> {});
    }

    /** The condition columns that the row fills so that a situation can miss it there. */
    List<RuleColumn> missable(MeasureRule rule) {
        List<RuleColumn> columns = new ArrayList<>();
        for (RuleColumn column : RuleColumn.values()) {
            boolean filled =
                    column.condition() && !MeasureSheet.cell(rule, column).isEmpty();
            boolean ofOrders = column != RuleColumn.LEGAL_BASIS || order(listKindOf(rule));
            if (filled && ofOrders) {
                columns.add(column);
            }
        }
        return columns;
    }

    /** An inquiry that agrees with the row but for one column. */
    Inquiry missing(MeasureRule rule, RuleColumn column) {
        return changed(rule, (asked, listed) -> {
            switch (column) {
                case LIST_KIND -> listed.listKind = NONE_SUCH;
                case GROUND -> listed.ground = NONE_SUCH;
                case GRAVITY -> listed.gravity = other(rule.gravities(), Gravity.values());
                case SUBJECT_TYPE -> asked.subjectType = subjectTypeNotIn(rule, asked.subjectType);
                case ROLE -> {
                    listed.role = otherRole(rule.roles());
                    boolean personsToo =
                            rule.subjectTypes().isEmpty() || rule.subjectTypes().contains(SubjectType.PERSON);
                    asked.subjectType = personsToo ? SubjectType.PERSON : asked.subjectType;
                }
                case LISTING_REGION -> listed.region = NONE_SUCH;
                case MATTER_REGION -> asked.region = NONE_SUCH;
                case MATTER -> asked.matter = NONE_SUCH;
                case SECTOR -> asked.sector = NONE_SUCH;
                case ITEM -> asked.item = NONE_SUCH;
                case LEGALLY_REQUIRED_TENDER ->
                    asked.legallyRequiredTender = !Boolean.TRUE.equals(rule.legallyRequiredTender());
                case GOVERNMENT_INVESTED -> asked.governmentInvested = !Boolean.TRUE.equals(rule.governmentInvested());
                case AGENCY_KIND -> asked.agencyKind = NONE_SUCH;
                case LEGAL_BASIS -> listed.citedBases = Set.of(NONE_SUCH);
                case VALID_FROM -> asked.asOf = asked.asOf.minusDays(1);
                case VALID_TO -> asked.asOf = lastDay(rule).plusDays(1);
                default -> throw new IllegalArgumentException("not a condition: " + column);
            }
        });
    }

    /** An inquiry with up to three listings, most of it taken from rows. */
    Inquiry random(List<MeasureRule> rules, Random random) {
        var asked = new Asked();
        MeasureRule near = pick(rules, random);
        agree(asked, new Asked.Listed(), near);
        if (random.nextInt(3) == 0) {
            asked.matter = pick(registers.matters().keySet(), random);
        }
        if (random.nextInt(3) == 0) {
            asked.region = pick(registers.regions().keySet(), random);
        }
        if (random.nextInt(3) == 0) {
            asked.agencyKind = pick(registers.departmentKinds().keySet(), random, asked.agencyKind);
        }
        if (random.nextInt(3) == 0) {
            asked.subjectType = pick(List.of(SubjectType.values()), random);
        }
        asked.sector = random.nextInt(3) == 0 ? null : asked.sector;
        asked.item = random.nextInt(3) == 0 ? null : asked.item;
        asked.legallyRequiredTender = random.nextInt(3) == 0 ? null : asked.legallyRequiredTender;
        asked.governmentInvested = random.nextInt(3) == 0 ? null : asked.governmentInvested;
        asked.asOf = asked.asOf.plusDays(random.nextInt(3) - 1L);
        int listings = 1 + random.nextInt(3);
        for (int i = 0; i < listings; i++) {
            var listed = new Asked.Listed();
            agree(new Asked(), listed, random.nextBoolean() ? near : pick(rules, random));
            listed.id = new java.util.UUID(random.nextLong(), i);
            if (random.nextInt(4) == 0) {
                listed.role = pick(List.of(TargetRole.values()), random);
            }
            if (random.nextInt(4) == 0) {
                listed.gravity = pick(List.of(Gravity.values()), random);
            }
            if (random.nextInt(4) == 0) {
                listed.ground = pick(registers.grounds().keySet(), random, listed.ground);
            }
            if (random.nextInt(4) == 0) {
                listed.region = pick(registers.regions().keySet(), random);
            }
            if (random.nextInt(4) == 0) {
                listed.citedBases = Set.of(pick(registers.legalBases().keySet(), random));
            }
            if (random.nextInt(4) == 0) {
                listed.matterItems = List.of();
            }
            asked.listings.add(listed.build());
        }
        return asked.build();
    }

    private Inquiry changed(MeasureRule rule, BiConsumer<Asked, Asked.Listed> change) {
        var asked = new Asked();
        var listed = new Asked.Listed();
        agree(asked, listed, rule);
        change.accept(asked, listed);
        asked.listings.add(listed.build());
        return asked.build();
    }

    private void agree(Asked asked, Asked.Listed listed, MeasureRule rule) {
        listed.listKind = listKindOf(rule);
        listed.ground = first(rule.grounds(), null);
        listed.gravity = rule.gravities().stream().sorted().findFirst().orElse(null);
        listed.role = rule.roles().stream().sorted().findFirst().orElse(TargetRole.LISTED_SUBJECT);
        asked.subjectType = rule.subjectTypes().stream().sorted().findFirst().orElse(SubjectType.PERSON);
        listed.region = first(rule.listingRegions(), "420100");
        asked.region = first(rule.matterRegions(), "420100");
        asked.matter = first(rule.matters(), "TENDER_QUALIFICATION");
        asked.sector = reported(rule.sectors());
        asked.item = reported(rule.items());
        if (asked.sector != null || asked.item != null) {
            listed.matterItems = List.of(new DesignatedItem(asked.sector, asked.item));
        }
        asked.legallyRequiredTender = rule.legallyRequiredTender();
        asked.governmentInvested = rule.governmentInvested();
        asked.agencyKind = first(rule.agencyKinds(), "FINANCE");
        listed.citedBases = Set.of(rule.legalBases().get(0));
        LocalDate from = rule.validity().from();
        LocalDate to = rule.validity().to();
        asked.asOf = from != null ? from : to != null ? to : asked.asOf;
    }

    private static @Nullable String reported(Set<String> codes) {
        if (codes.isEmpty()) {
            return null;
        }
        String code = first(codes, NONE_SUCH);
        return MatterItem.AS_DESIGNATED.equals(code) ? "DESIGNATED" : code;
    }

    private static LocalDate lastDay(MeasureRule rule) {
        LocalDate to = rule.validity().to();
        if (to == null) {
            throw new IllegalArgumentException("an open row has no last day: " + rule.code());
        }
        return to;
    }

    private static SubjectType subjectTypeNotIn(MeasureRule rule, SubjectType otherwise) {
        SubjectType other = other(rule.subjectTypes(), SubjectType.values());
        return other == null ? otherwise : other;
    }

    private static TargetRole otherRole(Set<TargetRole> roles) {
        TargetRole other = other(roles, TargetRole.values());
        if (other == null) {
            throw new IllegalArgumentException("the row names every role");
        }
        return other;
    }

    private static <T> @Nullable T other(Set<T> named, T[] all) {
        for (T value : all) {
            if (!named.contains(value)) {
                return value;
            }
        }
        return null;
    }

    private String listKindOf(MeasureRule rule) {
        return new TreeSet<>(rule.listKinds()).first();
    }

    private boolean order(String listKind) {
        var kind = registers.listKinds().get(listKind);
        return kind != null && kind.form() == ListForm.ORDER;
    }

    private static String first(Set<String> codes, @Nullable String otherwise) {
        String first = codes.isEmpty() ? otherwise : new TreeSet<>(codes).first();
        return first == null ? "" : first;
    }

    private static <T> T pick(Collection<T> values, Random random) {
        return values.stream().skip(random.nextInt(values.size())).findFirst().orElseThrow();
    }

    private static String pick(Collection<String> values, Random random, @Nullable String otherwise) {
        return values.isEmpty() ? String.valueOf(otherwise) : pick(values, random);
    }

    /** A row as one line, for a failing test. */
    static String line(MeasureRule rule) {
        return List.of(RuleColumn.values()).stream()
                .map(column -> MeasureSheet.cell(rule, column))
                .collect(Collectors.joining("|"));
    }
}
