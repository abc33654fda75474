package org.xinheng.exchange.workbook;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.xinheng.catalogue.CalendarPeriod;
import org.xinheng.catalogue.CountedFrom;
import org.xinheng.catalogue.Gravity;
import org.xinheng.catalogue.ObjectionTerm;
import org.xinheng.catalogue.PerformanceTarget;
import org.xinheng.catalogue.Procedures;
import org.xinheng.catalogue.RecognitionAgreement;
import org.xinheng.catalogue.RestorationRule;
import org.xinheng.catalogue.TaskKind;
import org.xinheng.catalogue.TaskTerm;

/** Makes the typed registers of time limits and procedures. */
final class ProceduresBuilder {
    private static final String CODE = "代码";
    private static final String SOURCE = "依据";
    private static final String LIST_KIND = "名单种类";
    private static final String VERIFIED = "已核实";
    private static final String CHECKED_IN = "核对出处";

    private final Map<String, List<RowReading>> rows;

    ProceduresBuilder(Map<String, List<RowReading>> rows) {
        this.rows = rows;
    }

    Procedures build() {
        return new Procedures(
                RegistersBuilder.byCode(rows, "工作日历", CODE, ProceduresBuilder::calendarPeriod),
                RegistersBuilder.byCode(rows, "异议期限", CODE, ProceduresBuilder::objectionTerm),
                RegistersBuilder.byCode(rows, "修复规则", CODE, ProceduresBuilder::restorationRule),
                RegistersBuilder.byCode(rows, "互认协议", CODE, ProceduresBuilder::recognitionAgreement),
                RegistersBuilder.byCode(rows, "考核指标", CODE, ProceduresBuilder::target),
                RegistersBuilder.byCode(rows, "协同期限", CODE, ProceduresBuilder::taskTerm));
    }

    private static CalendarPeriod calendarPeriod(RowReading row) {
        return new CalendarPeriod(
                row.must(CODE),
                row.must("名称"),
                CalendarPeriod.Kind.valueOf(row.must("类型")),
                LocalDate.parse(row.must("起")),
                LocalDate.parse(row.must("止")),
                row.text("文号"),
                row.yes(VERIFIED),
                row.text(CHECKED_IN));
    }

    private static ObjectionTerm objectionTerm(RowReading row) {
        return new ObjectionTerm(
                row.must(CODE),
                row.must("地区"),
                Integer.parseInt(row.must("标注工作日")),
                Integer.parseInt(row.must("答复工作日")),
                RegistersBuilder.whole(row, "延长至工作日"),
                row.must(SOURCE),
                row.yes(VERIFIED),
                row.text(CHECKED_IN));
    }

    private static RestorationRule restorationRule(RowReading row) {
        return new RestorationRule(
                row.must(CODE),
                row.set(LIST_KIND),
                row.set("认定事由"),
                row.words("严重程度", Gravity.class),
                row.yes("可修复"),
                RegistersBuilder.term(row, "最短公示"),
                RegistersBuilder.term(row, "最长公示"),
                CountedFrom.valueOf(row.must("期限起算")),
                RegistersBuilder.whole(row, "办结工作日"),
                row.must("条件"),
                row.text("材料"),
                row.must(SOURCE),
                row.period("施行日", "失效日"),
                row.yes(VERIFIED),
                row.text(CHECKED_IN),
                row.yes("原则上不公示"),
                RegistersBuilder.whole(row, "共享工作日"));
    }

    private static RecognitionAgreement recognitionAgreement(RowReading row) {
        return new RecognitionAgreement(
                row.must(CODE),
                row.must("名称"),
                row.must("伙伴地区"),
                row.must("本地地区"),
                row.set(LIST_KIND),
                row.text("文号"),
                row.period("施行日", "失效日"),
                row.yes(VERIFIED),
                row.text(CHECKED_IN));
    }

    private static PerformanceTarget target(RowReading row) {
        return new PerformanceTarget(
                row.must(CODE),
                row.must("名称"),
                PerformanceTarget.Figure.valueOf(row.must("指标")),
                row.must("地区"),
                Integer.parseInt(row.must("数值")),
                row.must(SOURCE),
                row.yes(VERIFIED),
                row.text(CHECKED_IN));
    }

    private static TaskTerm taskTerm(RowReading row) {
        return new TaskTerm(
                row.must(CODE),
                row.must("地区"),
                TaskKind.valueOf(row.must("任务")),
                Integer.parseInt(row.must("签收工作日")),
                Integer.parseInt(row.must("反馈工作日")),
                Integer.parseInt(row.must("报信用办工作日")),
                row.must(SOURCE),
                row.yes(VERIFIED),
                row.text(CHECKED_IN));
    }
}
