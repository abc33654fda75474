package org.xinheng.decision.rest;

import java.util.List;
import java.util.stream.Collectors;
import org.xinheng.catalogue.Registers;
import org.xinheng.catalogue.table.RuleColumn;
import org.xinheng.decision.AppliedMeasure;
import org.xinheng.decision.Decisions;
import org.xinheng.decision.RuleOfLaw;
import org.xinheng.decision.Trace;
import org.xinheng.decision.explain.CellMatch;
import org.xinheng.decision.explain.CodeTitles;
import org.xinheng.decision.explain.NotFired;
import org.xinheng.decision.service.ExplainDecision.Explained;
import org.xinheng.kernel.BeijingTime;

/** The explanation as Chinese text, for a reader who has no machine between: one paragraph a row. */
final class ExplanationText {
    private final Registers registers;
    private final CodeTitles titles;
    private final StringBuilder text = new StringBuilder();

    private ExplanationText(Registers registers) {
        this.registers = registers;
        this.titles = new CodeTitles(registers);
    }

    static String of(Explained explained) {
        return new ExplanationText(explained.registers()).written(explained);
    }

    private String written(Explained explained) {
        Decisions.Stored stored = explained.stored();
        Trace.Asked asked = stored.trace().asked();
        line("决策 " + stored.id());
        line("作出时间：" + BeijingTime.displayed(stored.decidedAt()) + "；查询日：" + stored.asOf() + "；办理事项："
                + titles.titled(RuleColumn.MATTER, asked.matter()) + "；地区："
                + titles.titled(RuleColumn.MATTER_REGION, asked.region()));
        line("发布版：" + stored.release().id() + "（内容散列 " + stored.release().contentHash() + "，自"
                + stored.release().effectiveFrom() + "起）");
        line("规则引擎：" + stored.engineVersion() + "；名单已知时点：" + stored.watermark());
        if (stored.trace().listings().isEmpty()) {
            line("决策时该主体没有可用的名单记录。");
        }
        if (stored.trace().ofPrincipal() != null) {
            line("决策时其所属法人或者经营者有名单记录，有关措施保留，须人工核实。");
        }
        if (!explained.fired().isEmpty()) {
            line("");
            line("一、命中的措施行");
            int number = 1;
            for (Explained.Why why : explained.fired()) {
                fired(number++, why);
            }
        }
        if (!explained.nearest().isEmpty()) {
            line("");
            line((explained.fired().isEmpty() ? "一" : "二") + "、未命中的措施行（由近及远）");
            int number = 1;
            for (NotFired row : explained.nearest()) {
                notFired(number++, row);
            }
        }
        return text.toString();
    }

    private void fired(int number, Explained.Why why) {
        Trace.Fired row = why.row();
        AppliedMeasure stated = row.measure();
        line(number + ". " + stated.title() + "（" + stated.measure() + "），"
                + (row.withheld() == null ? "适用" : "保留未适用：" + titles.withheld(row.withheld())));
        RuleOfLaw heldBy = row.heldBy();
        if (heldBy != null) {
            line("   规则 " + heldBy.id() + "：" + heldBy.words());
        }
        if (row.wanted() != null) {
            line("   缺少：" + row.wanted());
        }
        line("   位置：" + place(stated.source()));
        line("   依据："
                + stated.legalBases().stream()
                        .map(basis ->
                                "《" + basis.title() + "》" + basis.article() + (basis.verified() ? "" : "（尚未核对原文）"))
                        .collect(Collectors.joining("、")));
        line("   名单记录：" + listing(why.listing()));
        row.conditions()
                .forEach(cell -> line("   " + condition(cell, why.listing().listKind())));
        if (why.wayOut() != null) {
            line("   怎样解除：" + why.wayOut().words());
        }
    }

    private String condition(Trace.Condition cell, String listKind) {
        String actual = cell.met().isEmpty() ? "未提供" : titles.titled(cell.column(), cell.met());
        String notCompared =
                CellMatch.ofFired(cell, listKind, registers) == CellMatch.NOT_COMPARED ? "（名单的措施不比较认定决定所引条款）" : "";
        return cell.address() + " " + cell.heading() + "：要求" + titles.titled(cell.column(), cell.wanted()) + "，实际"
                + actual + notCompared;
    }

    private void notFired(int number, NotFired row) {
        line(number + ". " + row.title() + "（" + row.rule().measure() + "），"
                + (row.distance() == 0 ? "各单元格均相符" : row.distance() + "个单元格不相符"));
        line("   位置："
                + place(new AppliedMeasure.Source(
                        row.rule().source().workbook(),
                        row.rule().source().sheet(),
                        row.rule().source().row(),
                        row.rule().code())));
        Trace.FactsOfListing listing = row.listing();
        line("   名单记录：" + (listing == null ? "无" : listing(listing)));
        cells("相符", row, CellMatch.MATCHED);
        cells("未提供", row, CellMatch.NOT_GIVEN);
        cells("未比较", row, CellMatch.NOT_COMPARED);
        row.wouldFireIf().forEach(sentence -> line("   若要命中：" + sentence));
    }

    private void cells(String lead, NotFired row, CellMatch agreement) {
        List<String> cells = row.cells().stream()
                .filter(cell -> cell.agreement() == agreement)
                .map(cell -> cell.heading() + "（" + cell.address() + "）")
                .toList();
        if (!cells.isEmpty()) {
            line("   " + lead + "：" + String.join("、", cells));
        }
    }

    private String listing(Trace.FactsOfListing facts) {
        return titles.titled(RuleColumn.LIST_KIND, facts.listKind()) + "，" + facts.id() + "，自" + facts.listedOn()
                + (facts.expiresOn() == null ? "起" : "至" + facts.expiresOn());
    }

    private static String place(AppliedMeasure.Source source) {
        return source.workbook() + " " + source.sheet() + " 第" + source.row() + "行（" + source.rowCode() + "）";
    }

    private void line(String words) {
        text.append(words).append('\n');
    }
}
