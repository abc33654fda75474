package org.xinheng.decision.rest;

import java.util.List;
import java.util.stream.Collectors;
import org.xinheng.catalogue.RuleColumn;
import org.xinheng.decision.Agreement;
import org.xinheng.decision.AppliedMeasure;
import org.xinheng.decision.CodeTitles;
import org.xinheng.decision.Decisions;
import org.xinheng.decision.NotFired;
import org.xinheng.decision.RuleOfLaw;
import org.xinheng.decision.Trace;
import org.xinheng.decision.service.ExplainDecision.Explained;
import org.xinheng.kernel.BeijingTime;

/** The explanation as Chinese text, for a reader who has no machine between: one paragraph a row. */
final class ExplanationText {
    private final CodeTitles titles;
    private final StringBuilder text = new StringBuilder();

    private ExplanationText(CodeTitles titles) {
        this.titles = titles;
    }

    static String of(Explained explained) {
        return new ExplanationText(new CodeTitles(explained.registers())).written(explained);
    }

    private String written(Explained explained) {
        Decisions.Kept kept = explained.kept();
        Trace.Asked asked = kept.trace().asked();
        line("决策 " + kept.id());
        line("作出时间:" + BeijingTime.shown(kept.decidedAt()) + ";查询日:" + kept.asOf() + ";办理事项:"
                + titles.titled(RuleColumn.MATTER, asked.matter()) + ";地区:"
                + titles.titled(RuleColumn.MATTER_REGION, asked.region()));
        line("发布版:" + kept.release().id() + "(内容散列 " + kept.release().contentHash() + ",自"
                + kept.release().effectiveFrom() + "起)");
        line("规则引擎:" + kept.engineVersion() + ";名单已知时点:" + kept.watermark());
        if (kept.trace().listings().isEmpty()) {
            line("决策时该主体没有可用的名单记录。");
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
            line((explained.fired().isEmpty() ? "一" : "二") + "、未命中的措施行(由近及远)");
            int number = 1;
            for (NotFired row : explained.nearest()) {
                notFired(number++, row);
            }
        }
        return text.toString();
    }

    private void fired(int number, Explained.Why why) {
        Trace.Fired row = why.row();
        AppliedMeasure said = row.measure();
        line(number + ". " + said.title() + "(" + said.measure() + "),"
                + (row.withheld() == null
                        ? "适用"
                        : "保留未适用:" + titles.text("WITHHELD_REASON", String.valueOf(row.withheld()))));
        RuleOfLaw heldBy = row.heldBy();
        if (heldBy != null) {
            line("   规则 " + heldBy.id() + ":" + heldBy.words());
        }
        if (row.wanted() != null) {
            line("   缺少:" + row.wanted());
        }
        line("   位置:" + place(said.source()));
        line("   依据:"
                + said.legalBases().stream()
                        .map(basis -> "《" + basis.title() + "》" + basis.article())
                        .collect(Collectors.joining("、")));
        line("   名单记录:" + listing(why.listing()));
        row.conditions()
                .forEach(cell -> line("   " + cell.address() + " " + cell.heading() + ":要求"
                        + titles.titled(cell.column(), cell.wanted()) + ",实际"
                        + (cell.met().isEmpty() ? "未提供" : titles.titled(cell.column(), cell.met()))));
        if (why.wayOut() != null) {
            line("   怎样解除:" + why.wayOut().words());
        }
    }

    private void notFired(int number, NotFired row) {
        line(number + ". " + row.title() + "(" + row.rule().measure() + "),"
                + (row.distance() == 0 ? "各单元格均相符" : row.distance() + "个单元格不相符"));
        line("   位置:"
                + place(new AppliedMeasure.Source(
                        row.rule().source().workbook(),
                        row.rule().source().sheet(),
                        row.rule().source().row(),
                        row.rule().code())));
        Trace.FactsOfListing listing = row.listing();
        line("   名单记录:" + (listing == null ? "无" : listing(listing)));
        cells("相符", row, Agreement.MATCHED);
        cells("未提供", row, Agreement.NOT_GIVEN);
        row.wouldFireIf().forEach(sentence -> line("   若要命中:" + sentence));
    }

    private void cells(String lead, NotFired row, Agreement agreement) {
        List<String> cells = row.cells().stream()
                .filter(cell -> cell.agreement() == agreement)
                .map(cell -> cell.heading() + "(" + cell.address() + ")")
                .toList();
        if (!cells.isEmpty()) {
            line("   " + lead + ":" + String.join("、", cells));
        }
    }

    private String listing(Trace.FactsOfListing facts) {
        return titles.titled(RuleColumn.LIST_KIND, facts.listKind()) + "," + facts.id() + ",自" + facts.listedOn()
                + (facts.expiresOn() == null ? "起" : "至" + facts.expiresOn());
    }

    private static String place(AppliedMeasure.Source source) {
        return source.workbook() + " " + source.sheet() + " 第" + source.row() + "行(" + source.rowCode() + ")";
    }

    private void line(String words) {
        text.append(words).append('\n');
    }
}
