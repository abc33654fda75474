package org.xinheng.publication.rest;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.xinheng.catalogue.DepartmentKind;
import org.xinheng.catalogue.Ground;
import org.xinheng.catalogue.ListKind;
import org.xinheng.catalogue.Matter;
import org.xinheng.catalogue.MeasureRule;
import org.xinheng.catalogue.MeasureTerm;
import org.xinheng.catalogue.Region;
import org.xinheng.catalogue.Registers;
import org.xinheng.contract.api.MeasureRowBasisView;
import org.xinheng.contract.api.MeasureRowNameView;
import org.xinheng.contract.api.MeasureRowTermView;
import org.xinheng.contract.api.MeasureRowView;
import org.xinheng.decision.explain.CodeTitles;
import org.xinheng.law.LegalBasis;
import org.xinheng.publication.PublishedRow;

/** Writes {@code MeasureRow} of the contract: a row of the decision tables, its codes with what they are called. */
final class MeasureRowMapper {
    private MeasureRowMapper() {}

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

    static MeasureRowTermView term(MeasureTerm term, CodeTitles titles) {
        var from = term.countedFrom();
        return new MeasureRowTermView(
                text("DURATION", term.kind().name(), titles),
                term.length() == null ? null : term.length().toString(),
                from == null ? null : text("COUNTED_FROM", from.name(), titles));
    }

    private static String written(MeasureRowTermView term) {
        return term.kind().title()
                + (term.length() == null ? "" : " " + term.length())
                + (term.countedFrom() == null ? "" : "," + term.countedFrom().title());
    }

    static MeasureRowBasisView basis(LegalBasis basis) {
        return new MeasureRowBasisView(
                basis.code(),
                basis.title(),
                basis.article(),
                basis.documentNumber(),
                basis.inForce().from(),
                basis.inForce().to(),
                basis.verified());
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
                new MeasureRowNameView(rule.measure(), measure == null ? rule.measure() : measure.title()),
                rule.measureItem(),
                text("EFFECT", rule.effect().name(), titles),
                term(rule.term(), titles),
                row.bases().stream().map(MeasureRowMapper::basis).toList(),
                named(row.agencyKinds(), registers.departmentKinds(), DepartmentKind::title),
                rule.validity().from(),
                rule.validity().to());
    }

    static List<String> row(MeasureRowView view) {
        return List.of(
                view.rowCode(),
                joined(view.listKinds()),
                joined(view.grounds()),
                joined(view.gravities()),
                joined(view.subjectTypes()),
                joined(view.roles()),
                joined(view.listingRegions()),
                joined(view.matterRegions()),
                joined(view.matters()),
                view.measure().title(),
                Objects.toString(view.measureItem(), ""),
                view.effect().title(),
                written(view.term()),
                view.legalBases().stream()
                        .map(basis -> "《" + basis.title() + "》" + basis.article())
                        .collect(Collectors.joining(";")),
                view.legalBases().stream().anyMatch(MeasureRowBasisView::verified) ? "是" : "否",
                joined(view.agencyKinds()),
                Objects.toString(view.validFrom(), ""),
                Objects.toString(view.validTo(), ""));
    }

    private static String joined(List<MeasureRowNameView> all) {
        return all.stream().map(MeasureRowNameView::title).collect(Collectors.joining("、"));
    }

    /** In the order of their codes, so that the same release reads the same each time. */
    private static <T> List<MeasureRowNameView> named(
            Collection<String> codes, Map<String, T> register, Function<T, String> title) {
        return codes.stream()
                .sorted()
                .map(code -> {
                    T known = register.get(code);
                    return new MeasureRowNameView(code, known == null ? code : title.apply(known));
                })
                .toList();
    }

    private static <E extends Enum<E>> List<MeasureRowNameView> texts(
            String category, Set<E> codes, CodeTitles titles) {
        return codes.stream()
                .sorted()
                .map(code -> text(category, code.name(), titles))
                .toList();
    }

    private static MeasureRowNameView text(String category, String code, CodeTitles titles) {
        return new MeasureRowNameView(code, titles.text(category, code));
    }
}
