package org.xinheng.act;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xinheng.catalogue.Gravity;
import org.xinheng.catalogue.Procedures;
import org.xinheng.catalogue.RestorationRule;
import org.xinheng.law.TermLength;

/**
 * The reminder of restoration that is served with a penalty (两书同达, 信用修复告知书): from the register 修复规则 and the day of
 * the decision alone. Where the department does not say how grave the act is, all grades are told.
 */
public final class RestorationReminder {
    private RestorationReminder() {}

    /** The words of it, in Chinese. */
    public static String of(ActDraft act, Procedures procedures) {
        StringBuilder text = new StringBuilder("信用修复告知：")
                .append(act.organ())
                .append("作出的")
                .append(act.documentNumber())
                .append("行政处罚决定，依法公示并纳入信用记录。");
        List<String> grades = new ArrayList<>();
        for (Gravity gravity : act.gravity() == null ? List.of(Gravity.values()) : List.of(act.gravity())) {
            grade(act.decidedOn(), gravity, procedures)
                    .filter(each -> !grades.contains(each))
                    .ifPresent(grades::add);
        }
        if (grades.isEmpty()) {
            return text.append("现行修复规则没有对应的规定，请向作出决定的机关咨询。").toString();
        }
        grades.forEach(text::append);
        return text.append("修复由作出决定的机关负责（谁认定、谁修复），可通过“信用中国”网站或者作出决定的机关申请。").toString();
    }

    private static Optional<String> grade(LocalDate decidedOn, Gravity gravity, Procedures procedures) {
        return procedures.restorationRule(decidedOn, "", null, gravity).map(rule -> words(rule, gravity, decidedOn));
    }

    private static String words(RestorationRule rule, Gravity gravity, LocalDate decidedOn) {
        StringBuilder text = new StringBuilder(rule.gravities().isEmpty() ? "" : word(gravity) + "：");
        LocalDate earliest = last(rule.least(), decidedOn);
        LocalDate ends = last(rule.longest(), decidedOn);
        text.append(earliest == null ? "履行义务后即可申请修复" : "最短公示至" + earliest + "，次日起可以申请修复");
        text.append(ends == null ? "；" : "，公示最迟至" + ends + "自动停止；");
        text.append("条件：").append(rule.conditions()).append("；");
        if (rule.documents() != null) {
            text.append("材料：").append(rule.documents()).append("；");
        }
        return text.append("依据：").append(rule.source()).append("。").toString();
    }

    private static String word(Gravity gravity) {
        return switch (gravity) {
            case LIGHT -> "轻微失信";
            case GENERAL -> "一般失信";
            case SERIOUS -> "严重失信";
        };
    }

    private static @Nullable LocalDate last(@Nullable TermLength term, LocalDate first) {
        return term == null ? null : term.lastDayFrom(first).orElse(null);
    }
}
