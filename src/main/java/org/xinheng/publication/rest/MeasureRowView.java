package org.xinheng.publication.rest;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.xinheng.catalogue.DepartmentKind;
import org.xinheng.catalogue.Ground;
import org.xinheng.catalogue.ListKind;
import org.xinheng.catalogue.Matter;
import org.xinheng.catalogue.MeasureRule;
import org.xinheng.catalogue.MeasureTerm;
import org.xinheng.catalogue.Region;
import org.xinheng.catalogue.Registers;
import org.xinheng.decision.explain.CodeTitles;
import org.xinheng.law.LegalBasis;
import org.xinheng.publication.PublishedRow;

/** {@code MeasureRow} of the contract: a row of the decision tables, its codes with what they are called. */
record MeasureRowView(
        String rowCode,
        List<Named> listKinds,
        List<Named> grounds,
        List<Named> gravities,
        List<Named> subjectTypes,
        List<Named> roles,
        List<Named> listingRegions,
        List<Named> matterRegions,
        List<Named> matters,
        Named measure,
        @Nullable String measureItem,
        Named effect,
        TermView term,
        List<BasisView> legalBases,
        List<Named> agencyKinds,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo) {
    static final List<String> HEADINGS = List.of(
            "行代码",
            "惩戒、激励对象（名单种类）",
            "认定事由",
            "严重程度",
            "主体类型",
            "责任人员角色",
            "名单地区",
            "办理地区",
            "办理事项",
            "措施",
            "措施清单条目",
            "效力",
            "期限",
            "法律、法规、政策依据",
            "依据是否核实",
            "实施单位",
            "有效期自",
            "有效期至");

    /** {@code MeasureRowName}: a code and what it is called. */
    record Named(String code, String title) {}

    /** {@code MeasureRowTerm}. */
    record TermView(
            Named kind, @Nullable String length, @Nullable Named countedFrom) {
        static TermView of(MeasureTerm term, CodeTitles titles) {
            var from = term.countedFrom();
            return new TermView(
                    text("DURATION", term.kind().name(), titles),
                    term.length() == null ? null : term.length().toString(),
                    from == null ? null : text("COUNTED_FROM", from.name(), titles));
        }

        private String written() {
            return kind.title()
                    + (length == null ? "" : " " + length)
                    + (countedFrom == null ? "" : "," + countedFrom.title());
        }
    }

    /** {@code MeasureRowBasis}. */
    record BasisView(
            String code,
            String title,
            String article,
            @Nullable String documentNumber,
            @Nullable LocalDate inForceFrom,
            @Nullable LocalDate inForceTo,
            boolean verified) {
        static BasisView of(LegalBasis basis) {
            return new BasisView(
                    basis.code(),
                    basis.title(),
                    basis.article(),
                    basis.documentNumber(),
                    basis.inForce().from(),
                    basis.inForce().to(),
                    basis.verified());
        }
    }

    static MeasureRowView of(PublishedRow row, Registers registers) {
        MeasureRule rule = row.rule();
        CodeTitles titles = new CodeTitles(registers);
        var measure = registers.measures().get(rule.measure());
        return new MeasureRowView(
                rule.code(),
                named(rule.listKinds(), registers.listKinds(), ListKind::title),
                named(rule.grounds(), registers.grounds(), Ground::title),
                texts("GRAVITY", rule.gravities(), titles),
                texts("SUBJECT_TYPE", rule.subjectTypes(), titles),
                texts("ROLE", rule.roles(), titles),
                named(rule.listingRegions(), registers.regions(), Region::title),
                named(rule.matterRegions(), registers.regions(), Region::title),
                named(rule.matters(), registers.matters(), Matter::title),
                new Named(rule.measure(), measure == null ? rule.measure() : measure.title()),
                rule.measureItem(),
                text("EFFECT", rule.effect().name(), titles),
                TermView.of(rule.term(), titles),
                row.bases().stream().map(BasisView::of).toList(),
                named(row.agencyKinds(), registers.departmentKinds(), DepartmentKind::title),
                rule.validity().from(),
                rule.validity().to());
    }

    List<String> row() {
        return List.of(
                rowCode,
                joined(listKinds),
                joined(grounds),
                joined(gravities),
                joined(subjectTypes),
                joined(roles),
                joined(listingRegions),
                joined(matterRegions),
                joined(matters),
                measure.title(),
                Objects.toString(measureItem, ""),
                effect.title(),
                term.written(),
                legalBases.stream()
                        .map(basis -> "《" + basis.title() + "》" + basis.article())
                        .collect(Collectors.joining(";")),
                legalBases.stream().anyMatch(BasisView::verified) ? "是" : "否",
                joined(agencyKinds),
                Objects.toString(validFrom, ""),
                Objects.toString(validTo, ""));
    }

    private static String joined(List<Named> all) {
        return all.stream().map(Named::title).collect(Collectors.joining("、"));
    }

    /** In the order of their codes, so that the same release reads the same each time. */
    private static <T> List<Named> named(Collection<String> codes, Map<String, T> register, Function<T, String> title) {
        return codes.stream()
                .sorted()
                .map(code -> {
                    T known = register.get(code);
                    return new Named(code, known == null ? code : title.apply(known));
                })
                .toList();
    }

    private static <E extends Enum<E>> List<Named> texts(String category, Set<E> codes, CodeTitles titles) {
        return codes.stream()
                .sorted()
                .map(code -> text(category, code.name(), titles))
                .toList();
    }

    private static Named text(String category, String code, CodeTitles titles) {
        return new Named(code, titles.text(category, code));
    }
}
