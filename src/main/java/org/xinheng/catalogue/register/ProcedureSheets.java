package org.xinheng.catalogue.register;

import static org.xinheng.catalogue.register.Contents.DAY;
import static org.xinheng.catalogue.register.Contents.TERM;
import static org.xinheng.catalogue.register.Contents.WORDS;
import static org.xinheng.catalogue.register.Contents.ref;
import static org.xinheng.catalogue.register.Contents.whole;

import org.xinheng.catalogue.CalendarPeriod;
import org.xinheng.catalogue.ObjectionTerm;
import org.xinheng.catalogue.PerformanceTarget;
import org.xinheng.catalogue.RecognitionAgreement;
import org.xinheng.catalogue.RestorationRule;
import org.xinheng.catalogue.TaskTerm;

/** The sheets of time limits and procedures in {@code registers.xlsx}. */
public final class ProcedureSheets {
    private static final String FIRST_DAY = "起";
    private static final String LAST_DAY = "止";

    /** 工作日历. */
    public static final Sheet<CalendarPeriod> CALENDAR = Sheet.of(
                    "工作日历",
                    row -> new CalendarPeriod(
                            row.code("2026-CJ", 14, "代码:年份加节日拼音首字母,调休上班加 -B 和序号。"),
                            row.title(20, "节日或者调休的名称。"),
                            row.must("类型", Choices.CALENDAR_KIND, 13, "HOLIDAY 放假;WORKDAY 周末调休上班。"),
                            row.must(FIRST_DAY, DAY, 13, "第一日(含)。"),
                            row.must(LAST_DAY, DAY, 13, "最后一日(含);只有一日的,与起相同。"),
                            row.documentNumber(26, "公布安排的文件。"),
                            row.verified("安排是否有人读过原文。"),
                            row.checkedIn()))
            .ordered(FIRST_DAY, LAST_DAY);

    /** 异议期限. */
    public static final Sheet<ObjectionTerm> OBJECTION_TERMS = Sheet.of(
            "异议期限",
            row -> new ObjectionTerm(
                    row.code("YY-YC", 14, "代码。"),
                    row.must("地区", ref(Register.REGION), 12, "适用地区;下级地区没有自己的规定时,用最近的上级。"),
                    row.must("标注工作日", whole(0, 30), 12, "收到异议后多少个工作日内标注;0 为立即。"),
                    row.must("答复工作日", whole(1, 60), 12, "收到异议后多少个工作日内答复。"),
                    row.maybe("延长至工作日", whole(1, 60), 13, "可以延长的,最长多少个工作日;不能延长留空。"),
                    row.must("依据", WORDS, 40, "规定期限的文件和条款。"),
                    row.verified("期限是否有人读过原文。"),
                    row.checkedIn()));

    /** 修复规则. */
    public static final Sheet<RestorationRule> RESTORATION_RULES = Sheet.of(
            "修复规则",
            row -> new RestorationRule(
                    row.code("XF36-GENERAL", 18, "代码。"),
                    row.set("名单种类", ref(Register.LIST_KIND), 24, "适用的名单种类;不限留空。多个用、分隔。"),
                    row.set("认定事由", ref(Register.GROUND), 20, "适用的认定事由;不限留空。多个用、分隔。"),
                    row.set("严重程度", Choices.GRAVITY, 14, "适用的严重程度;不限留空。多个用、分隔。"),
                    row.must("可修复", Choices.YES_NO, 9, "法律、行政法规或者中央文件规定不可修复的填 NO,并在条件一栏写明。"),
                    row.maybe("最短公示", TERM, 12, "最短公示期,如 3 months;没有留空。"),
                    row.maybe("最长公示", TERM, 12, "最长公示期,届满自动停止;没有留空。"),
                    row.must("期限起算", Choices.LIST_COUNTED_FROM, 16, "公示期从哪一日起算。"),
                    row.maybe("办结工作日", whole(1, 60), 12, "决定修复的期限;没有读到的留空,不得照搬旧规定。"),
                    row.must("条件", WORDS, 50, "修复须具备的条件;不可修复的写明依据。"),
                    row.maybe("材料", WORDS, 40, "申请材料。"),
                    row.must("依据", WORDS, 40, "规定修复的文件和条款。"),
                    row.mustBeInForce("第一日(含)。", "最后一日(含);仍有效留空。"),
                    row.verified("规则是否有人读过原文。"),
                    row.checkedIn(),
                    Boolean.TRUE.equals(row.maybe("原则上不公示", Choices.YES_NO, 14, "规定原则上不予公示的填 YES,名单批次不公示这样的记录;其余留空。")),
                    row.maybe("共享工作日", whole(1, 60), 12, "修复结果共享到其他网站的期限;没有读到的留空,不得照搬旧规定。")));

    /** 互认协议. */
    public static final Sheet<RecognitionAgreement> RECOGNITION_AGREEMENTS = Sheet.of(
            "互认协议",
            row -> new RecognitionAgreement(
                    row.code("HR-CJZY-HF", 16, "代码。协议不是依据:名单种类在本地须有法律效力,措施由本地的行决定。"),
                    row.title(40, "协议名称。"),
                    row.must("伙伴地区", ref(Register.REGION), 12, "对方地区代码。"),
                    row.must("本地地区", ref(Register.REGION), 12, "承认对方名单的地区代码。"),
                    row.mustSet("名单种类", ref(Register.LIST_KIND), 30, "互认的名单种类;多个用、分隔。"),
                    row.documentNumber(26, "发文字号。"),
                    row.inForce("第一日(含);不详可留空。", "最后一日(含);仍有效留空。"),
                    row.verified("协议是否有人读过原文。"),
                    row.checkedIn()));

    /** 考核指标. */
    public static final Sheet<PerformanceTarget> TARGETS = Sheet.of(
            "考核指标",
            row -> new PerformanceTarget(
                    row.code("KH-YC-YYL", 16, "代码。"),
                    row.title(40, "指标的名称。"),
                    row.must(
                            "指标",
                            Choices.TARGET,
                            24,
                            "CASE_REPORT_DAY 每月案例报送日,数值为几号之前;OBJECTIONS_PER_100000 每十万条记录的异议条数,数值为上限(不含)。"),
                    row.must("地区", ref(Register.REGION), 12, "适用地区;下级地区没有自己的规定时,用最近的上级。"),
                    row.must("数值", whole(1, 100_000), 10, "数值。"),
                    row.must("依据", WORDS, 40, "规定指标的文件。"),
                    row.verified("指标是否有人读过原文。"),
                    row.checkedIn()));

    /** 协同期限. */
    public static final Sheet<TaskTerm> TASK_TERMS = Sheet.of(
            "协同期限",
            row -> new TaskTerm(
                    row.code("XT-LIFT", 16, "代码。"),
                    row.must("地区", ref(Register.REGION), 12, "实施部门所在地区;下级地区没有自己的规定时,用最近的上级。"),
                    row.must("任务", Choices.TASK_KIND, 12, "APPLY 实施措施;LIFT 解除措施。"),
                    row.must("签收工作日", whole(1, 60), 12, "任务发出后多少个工作日内签收。"),
                    row.must("反馈工作日", whole(1, 90), 12, "任务发出后多少个工作日内逐项反馈;到期次日起催办。"),
                    row.must("报信用办工作日", whole(1, 60), 14, "反馈到期后再过多少个工作日仍未办结的,报信用办。"),
                    row.must("依据", WORDS, 40, "规定期限的文件和条款;没有规定的,写明由谁确定。"),
                    row.verified("期限是否有人读过原文。"),
                    row.checkedIn()));

    private ProcedureSheets() {}
}
