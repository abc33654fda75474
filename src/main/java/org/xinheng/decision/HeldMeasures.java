package org.xinheng.decision;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.xinheng.catalogue.ListKind;
import org.xinheng.catalogue.Measure;
import org.xinheng.catalogue.Registers;

/**
 * The sentence from which a clerk reads which measures are withheld (保留未适用) and what to do: list, measures, reason,
 * and the fact to be supplied. Measures that are withheld for one reason on one list are named together, each once.
 */
final class HeldMeasures {
    private final Registers registers;

    HeldMeasures(Registers registers) {
        this.registers = registers;
    }

    /** Why measures of one list are withheld. */
    private record Why(
            String listKind,
            WithheldReason reason,
            @Nullable String wanted) {}

    /** The sentence, empty where nothing is withheld. */
    String sentence(List<Conclusion> conclusions, boolean afterOthers) {
        Map<Why, Set<String>> measures = new LinkedHashMap<>();
        Set<String> counted = new LinkedHashSet<>();
        for (Conclusion conclusion : conclusions) {
            WithheldReason reason = conclusion.withheld();
            if (reason != null) {
                String listKind = conclusion.about().listing().listKind();
                String measure = conclusion.rule().measure();
                counted.add(listKind + " " + measure);
                measures.computeIfAbsent(new Why(listKind, reason, conclusion.wanted()), why -> new LinkedHashSet<>())
                        .add(measure);
            }
        }
        if (measures.isEmpty()) {
            return "";
        }
        List<String> parts = new ArrayList<>();
        measures.forEach((why, codes) -> parts.add(part(why, codes)));
        return (afterOthers ? "另有" : "有") + counted.size() + "项措施保留未适用，保留期间不作为办理依据：" + String.join("；", parts) + "。";
    }

    private String part(Why why, Set<String> codes) {
        ListKind kind = registers.listKinds().get(why.listKind());
        String fact = why.wanted() == null ? "" : "，须补充：" + fact(why.wanted());
        return "因涉及“" + (kind == null ? why.listKind() : kind.title()) + "”，"
                + codes.stream().map(this::title).collect(Collectors.joining("、", "“", "”"))
                + "（" + reason(why.reason()) + fact + "）";
    }

    private String title(String code) {
        Measure measure = registers.measures().get(code);
        return measure == null ? code : measure.title();
    }

    private String reason(WithheldReason reason) {
        return registers.texts().stream()
                .filter(text ->
                        text.category().equals("WITHHELD_REASON") && text.code().equals(reason.name()))
                .map(text -> text.chinese())
                .findFirst()
                .orElse(reason.chinese());
    }

    /** A fact that is missing, in words: of the matter, which the clerk asks for, or of the entry, which its department adds. */
    static String fact(String field) {
        return switch (field) {
            case "matterItem.sector" -> "办理事项所属行业";
            case "matterItem.item" -> "具体的许可、职业或者职务";
            case "matterItem.legallyRequiredTender" -> "是否属于依法必须招标的项目";
            case "matterItem.governmentInvested" -> "是否属于政府投资项目";
            case "listing.matterItems" -> "认定决定针对的行业、许可或者职业（由认定部门补正）";
            case "listing.decidedTerm" -> "决定所定的期限（由认定部门补正）";
            case "listing.designation.sentenceEndsOn" -> "刑罚执行完毕之日（由认定部门补正）";
            default -> "`" + field + "`";
        };
    }
}
