package org.xinheng.release;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.xinheng.catalogue.Department;
import org.xinheng.catalogue.Ground;
import org.xinheng.catalogue.ListKind;
import org.xinheng.catalogue.Matter;
import org.xinheng.catalogue.Measure;
import org.xinheng.catalogue.MeasureItem;
import org.xinheng.catalogue.MeasureRule;
import org.xinheng.catalogue.Region;
import org.xinheng.catalogue.Registers;
import org.xinheng.law.InstrumentLevel;
import org.xinheng.law.LegalBasis;

/** Checks what the registers mean by themselves and for the rows that use them. */
final class RegisterMeaning {
    private static final String ROOT_REGION = "100000";
    private static final String CODE = "代码";
    private static final List<String> ORDERING_WORDS = List.of("应当", "不得");
    private static final int ADVISING_CLASS = 3;

    private final Reading reading;
    private final Registers registers;
    private final List<MeasureRule> rules;
    private final List<Finding> findings = new ArrayList<>();

    RegisterMeaning(Reading reading) {
        this.reading = reading;
        this.registers = reading.content().registers();
        this.rules = reading.content().rules();
    }

    List<Finding> check() {
        registers.legalBases().values().forEach(this::legalBasis);
        grounds();
        matters();
        registers.regions().values().forEach(this::region);
        prompts();
        forgotten();
        return findings;
    }

    private void legalBasis(LegalBasis basis) {
        boolean local = basis.level() == InstrumentLevel.LOCAL_REGULATION;
        if (local && basis.region() == null) {
            add("法规依据", basis.code(), "适用地区", FindingCode.LOCAL_BASIS_WITHOUT_REGION, basis.code(), null);
        } else if (!local && basis.region() != null) {
            add("法规依据", basis.code(), "适用地区", FindingCode.REGION_OF_NATIONAL_BASIS, basis.region(), null);
        }
        if (basis.least() != null && basis.longest() != null && basis.least().longerThan(basis.longest())) {
            add(
                    "法规依据",
                    basis.code(),
                    "最短期限",
                    FindingCode.TERMS_REVERSED,
                    basis.least().toString(),
                    basis.longest().toString());
        }
    }

    private void grounds() {
        if (!reading.readWholly(Workbook.REGISTERS, "认定事由")) {
            return;
        }
        Set<String> grounded =
                registers.grounds().values().stream().map(Ground::listKind).collect(Collectors.toSet());
        for (ListKind kind : registers.listKinds().values()) {
            if (!grounded.contains(kind.code())) {
                add("名单目录", kind.code(), CODE, FindingCode.LIST_WITHOUT_GROUND, kind.code(), null);
            }
        }
    }

    private void matters() {
        if (!reading.readWholly(Workbook.REGISTERS, "部门")) {
            return;
        }
        Set<String> present =
                registers.departments().values().stream().map(Department::kind).collect(Collectors.toSet());
        for (Matter matter : registers.matters().values()) {
            if (matter.agencyKinds().stream().noneMatch(present::contains)) {
                add("办理事项", matter.code(), "可办理部门类别", FindingCode.MATTER_WITHOUT_AGENCY, matter.code(), null);
            }
        }
    }

    private void region(Region region) {
        if (region.parent() == null) {
            if (!region.code().equals(ROOT_REGION)) {
                add("地区", region.code(), "上级", FindingCode.REGION_WITHOUT_PARENT, region.code(), null);
            }
            return;
        }
        var seen = new HashSet<String>();
        Region above = region;
        while (above != null && above.parent() != null && seen.add(above.code())) {
            if (above.parent().equals(region.code())) {
                add("地区", region.code(), "上级", FindingCode.REGION_CYCLE, region.code(), null);
                return;
            }
            above = registers.regions().get(above.parent());
        }
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
                    add("措施", measure.code(), "提示语", FindingCode.PROMPT_ORDERS, word, null);
                    break;
                }
            }
        }
    }

    private void forgotten() {
        boolean allRead =
                reading.rowsNotRead().isEmpty() && reading.sheetsNotRead().isEmpty();
        if (!allRead || rules.isEmpty()) {
            return;
        }
        var kinds = rules.stream().flatMap(rule -> rule.listKinds().stream()).collect(Collectors.toSet());
        var memoranda = rules.stream().map(MeasureRule::memorandum).collect(Collectors.toSet());
        var matters = rules.stream().flatMap(rule -> rule.matters().stream()).collect(Collectors.toSet());
        boolean anyMatter = rules.stream().anyMatch(rule -> rule.matters().isEmpty());
        for (String kind : registers.listKinds().keySet()) {
            if (!kinds.contains(kind)) {
                add("名单目录", kind, CODE, FindingCode.LIST_KIND_WITHOUT_ROWS, kind, null);
            }
        }
        for (String memorandum : registers.memoranda().keySet()) {
            if (!memoranda.contains(memorandum)) {
                add("备忘录", memorandum, CODE, FindingCode.MEMORANDUM_WITHOUT_ROWS, memorandum, null);
            }
        }
        for (String matter : registers.matters().keySet()) {
            if (!anyMatter && !matters.contains(matter)) {
                add("办理事项", matter, CODE, FindingCode.MATTER_WITHOUT_ROWS, matter, null);
            }
        }
    }

    private void add(
            String sheet,
            String code,
            String heading,
            FindingCode finding,
            String found,
            @org.jspecify.annotations.Nullable String expected) {
        findings.add(reading.places().register(sheet, code, heading).finding(finding, found, expected));
    }
}
