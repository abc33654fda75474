package org.xinheng.decision;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.xinheng.catalogue.ListKind;
import org.xinheng.catalogue.Measure;
import org.xinheng.catalogue.Registers;
import org.xinheng.law.Effect;

/**
 * The Chinese text that a clerk reads out (提示语): what may not be done, by which article, until when, and how it ends.
 * What is only advice never says 应当 or 不得 (L5); no person is named.
 */
final class Prompt {
    private final Registers registers;

    private Prompt(Registers registers) {
        this.registers = registers;
    }

    /**
     * @param conclusions every row that matched; those withheld are named after the measures that apply
     * @param exits removal conditions of a listing by its id, as the designation states them
     */
    static String of(
            Outcome outcome,
            List<AppliedMeasure> applied,
            List<Conclusion> conclusions,
            Map<java.util.UUID, String> exits,
            Registers registers) {
        Prompt prompt = new Prompt(registers);
        StringBuilder text = new StringBuilder();
        for (AppliedMeasure measure : applied) {
            text.append(prompt.sentence(measure, exits.get(measure.listing().id())));
        }
        text.append(new HeldMeasures(registers).sentence(conclusions, !applied.isEmpty()));
        if (text.isEmpty()) {
            text.append(outcome == Outcome.REVIEW ? "有事项须先核实（见所附提示），请人工核实后再办理。" : "截至查询日，未查到依法适用于本事项的联合奖惩措施。");
        }
        return text.toString();
    }

    private String sentence(AppliedMeasure measure, @Nullable String exit) {
        Measure known = registers.measures().get(measure.measure());
        String clause = known == null ? measure.title() : known.clause();
        String bases = bases(measure);
        String lead = measure.effect() == Effect.ADVISE ? "供参考：" : "";
        String list = "该主体" + listTitle(measure) + "，";
        boolean plain = measure.effect() == Effect.FACILITATE || measure.effect() == Effect.ADVISE;
        String end = end(measure) + (plain ? "" : exit(measure, exit));
        String objection = measure.objectionOpen() ? "该名单记录正在异议处理中。" : "";
        return lead + list + bases + clause + "，" + end + "。" + objection;
    }

    /** What nobody has read is never read out as law. */
    private static String bases(AppliedMeasure measure) {
        if (measure.legalBases().isEmpty()) {
            return "";
        }
        List<AppliedMeasure.CitedBasis> read = measure.legalBases().stream()
                .filter(AppliedMeasure.CitedBasis::verified)
                .toList();
        return read.isEmpty() ? "所引" + titled(measure.legalBases()) + "尚未核对原文，不作为法律依据宣读，" : "依据" + titled(read) + "，";
    }

    private static String titled(List<AppliedMeasure.CitedBasis> bases) {
        return bases.stream()
                .map(basis -> "《" + basis.title() + "》" + basis.article())
                .collect(Collectors.joining("、"));
    }

    private String listTitle(AppliedMeasure measure) {
        ListKind kind = registers.listKinds().get(measure.listing().listKind());
        String title = kind == null ? measure.listing().listKind() : kind.title();
        String number = measure.listing().documentNumber();
        return "涉及“" + title + "”" + (number == null ? "" : "（" + number + "）");
    }

    private static String end(AppliedMeasure measure) {
        return switch (measure.untilKind()) {
            case DATE -> "至" + day(measure.until()) + "止";
            case LIFE -> "无终止日期（终身）";
            case UNTIL_PERFORMED -> "至义务履行完毕或移出名单止";
        };
    }

    private String exit(AppliedMeasure measure, @Nullable String exit) {
        ListKind kind = registers.listKinds().get(measure.listing().listKind());
        String conditions = exit != null ? exit : kind == null ? null : kind.exit();
        return conditions == null ? "" : "；终止条件：" + conditions.replaceAll("[。;；]+$", "");
    }

    private static String day(@Nullable LocalDate day) {
        return day == null ? "" : day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
    }
}
