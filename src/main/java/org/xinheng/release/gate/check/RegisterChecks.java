package org.xinheng.release.gate.check;

import static org.xinheng.catalogue.register.RegisterSheets.*;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.xinheng.catalogue.Department;
import org.xinheng.catalogue.Ground;
import org.xinheng.catalogue.ListKind;
import org.xinheng.catalogue.Matter;
import org.xinheng.catalogue.Measure;
import org.xinheng.catalogue.MeasureItem;
import org.xinheng.catalogue.MeasureRule;
import org.xinheng.catalogue.Memorandum;
import org.xinheng.catalogue.Region;
import org.xinheng.catalogue.Registers;
import org.xinheng.catalogue.register.Sheet;
import org.xinheng.law.InstrumentLevel;
import org.xinheng.law.LegalBasis;
import org.xinheng.release.Workbook;
import org.xinheng.release.gate.Finding;
import org.xinheng.release.gate.FindingCode;
import org.xinheng.release.gate.ParsedWorkbooks;

/** Checks what the registers mean by themselves and for the rows that use them. */
final class RegisterChecks {
    private static final String ROOT_REGION = "100000";
    private static final List<String> ORDERING_WORDS = List.of("应当", "不得");
    private static final int ADVISING_CLASS = 3;
    /** States of a memorandum from which nobody expects rows. */
    private static final Set<String> OVER = Set.of("失效", "已替代");

    private final ParsedWorkbooks reading;
    private final Registers registers;
    private final List<MeasureRule> rules;
    private final List<Finding> findings = new ArrayList<>();

    RegisterChecks(ParsedWorkbooks reading) {
        this.reading = reading;
        this.registers = reading.content().registers();
        this.rules = reading.content().rules();
    }

    List<Finding> check() {
        registers.legalBases().values().forEach(this::legalBasis);
        grounds();
        matters();
        regions();
        prompts();
        forgotten();
        return findings;
    }

    private void legalBasis(LegalBasis basis) {
        boolean local = basis.level() == InstrumentLevel.LOCAL_REGULATION;
        if (local && basis.region() == null) {
            add(LEGAL_BASES, basis.code(), REGION_OF_BASIS, FindingCode.LOCAL_BASIS_WITHOUT_REGION, basis.code(), null);
        } else if (!local && basis.region() != null) {
            add(LEGAL_BASES, basis.code(), REGION_OF_BASIS, FindingCode.REGION_OF_NATIONAL_BASIS, basis.region(), null);
        }
        if (basis.least() != null && basis.longest() != null && basis.least().longerThan(basis.longest())) {
            add(
                    LEGAL_BASES,
                    basis.code(),
                    LEAST_TERM,
                    FindingCode.TERMS_REVERSED,
                    basis.least().toString(),
                    basis.longest().toString());
        }
    }

    private void grounds() {
        if (!reading.faultless(Workbook.REGISTERS, GROUNDS.name())) {
            return;
        }
        Set<String> grounded =
                registers.grounds().values().stream().map(Ground::listKind).collect(Collectors.toSet());
        for (ListKind kind : registers.listKinds().values()) {
            if (!grounded.contains(kind.code())) {
                add(LIST_KINDS, kind.code(), CODE, FindingCode.LIST_WITHOUT_GROUND, kind.code(), null);
            }
        }
    }

    private void matters() {
        if (!reading.faultless(Workbook.REGISTERS, DEPARTMENTS.name())) {
            return;
        }
        Set<String> present =
                registers.departments().values().stream().map(Department::kind).collect(Collectors.toSet());
        for (Matter matter : registers.matters().values()) {
            if (matter.agencyKinds().stream().noneMatch(present::contains)) {
                add(MATTERS, matter.code(), AGENCY_KINDS, FindingCode.MATTER_WITHOUT_AGENCY, matter.code(), null);
            }
        }
    }

    private void regions() {
        var reported = new HashSet<String>();
        for (Region region : registers.regions().values()) {
            if (region.parent() == null && !region.code().equals(ROOT_REGION)) {
                add(REGIONS, region.code(), PARENT, FindingCode.REGION_WITHOUT_PARENT, region.code(), null);
            }
            List<Region> circle = circle(region);
            if (!circle.isEmpty() && circle.stream().noneMatch(one -> reported.contains(one.code()))) {
                circle.forEach(one -> reported.add(one.code()));
                String wrong = circle.stream()
                        .filter(one -> below(one.code(), one.parent()))
                        .findFirst()
                        .orElse(region)
                        .code();
                add(REGIONS, wrong, PARENT, FindingCode.REGION_CYCLE, wrong, null);
            }
        }
    }

    /** The regions through which the way up leads back to the region; empty where it does not. */
    private List<Region> circle(Region region) {
        var passed = new LinkedHashMap<String, Region>();
        Region at = region;
        while (at != null && passed.putIfAbsent(at.code(), at) == null) {
            at = at.parent() == null ? null : registers.regions().get(at.parent());
        }
        return at != null && at.code().equals(region.code()) ? List.copyOf(passed.values()) : List.of();
    }

    /** Whether the second is a smaller place than the first, as GB/T 2260 writes places: fewer zeros at the end. */
    private static boolean below(String region, @Nullable String other) {
        return other != null && zeros(other) < zeros(region);
    }

    private static int zeros(String region) {
        return region.length() - region.replaceAll("0+$", "").length();
    }

    private void prompts() {
        Set<String> advising = rules.stream()
                .filter(rule -> {
                    MeasureItem item = rule.measureItem() == null
                            ? null
                            : registers.measureItems().get(rule.measureItem());
                    return item != null && item.measureClass() == ADVISING_CLASS;
                })
                .map(MeasureRule::measure)
                .collect(Collectors.toSet());
        for (Measure measure : registers.measures().values()) {
            for (String word : ORDERING_WORDS) {
                if (advising.contains(measure.code()) && measure.clause().contains(word)) {
                    add(MEASURES, measure.code(), CLAUSE, FindingCode.PROMPT_ORDERS, word, null);
                    break;
                }
            }
        }
    }

    private void forgotten() {
        if (!reading.rowsUnderstood() || rules.isEmpty()) {
            return; // what could not be read may be what seems forgotten
        }
        var kinds = rules.stream().flatMap(rule -> rule.listKinds().stream()).collect(Collectors.toSet());
        var memoranda = rules.stream().map(MeasureRule::memorandum).collect(Collectors.toSet());
        var matters = rules.stream().flatMap(rule -> rule.matters().stream()).collect(Collectors.toSet());
        for (String kind : registers.listKinds().keySet()) {
            if (!kinds.contains(kind)) {
                add(LIST_KINDS, kind, CODE, FindingCode.LIST_KIND_WITHOUT_ROWS, kind, null);
            }
        }
        for (Memorandum memorandum : registers.memoranda().values()) {
            boolean over = OVER.contains(String.valueOf(memorandum.status()));
            if (!over && !memoranda.contains(memorandum.code())) {
                String code = memorandum.code();
                add(MEMORANDA, code, CODE, FindingCode.MEMORANDUM_WITHOUT_ROWS, code, null);
            }
        }
        for (Matter matter : registers.matters().values()) {
            if (!matters.contains(matter.code()) && rules.stream().noneMatch(rule -> anyMatterMeans(rule, matter))) {
                add(MATTERS, matter.code(), CODE, FindingCode.MATTER_WITHOUT_ROWS, matter.code(), null);
            }
        }
    }

    /** A row that names no matter means every matter that its agencies handle. */
    private static boolean anyMatterMeans(MeasureRule rule, Matter matter) {
        return rule.matters().isEmpty()
                && (rule.agencyKinds().isEmpty()
                        || rule.agencyKinds().stream().anyMatch(matter.agencyKinds()::contains));
    }

    private void add(
            Sheet<?> sheet, String code, String heading, FindingCode finding, String found, @Nullable String expected) {
        findings.add(reading.places().register(sheet.name(), code, heading).finding(finding, found, expected));
    }
}
