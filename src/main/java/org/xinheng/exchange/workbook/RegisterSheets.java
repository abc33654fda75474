package org.xinheng.exchange.workbook;

import static org.xinheng.exchange.workbook.ColumnTemplate.column;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.xinheng.exchange.workbook.Content.Day;
import org.xinheng.exchange.workbook.Content.OwnCode;
import org.xinheng.exchange.workbook.Content.Reference;
import org.xinheng.exchange.workbook.Content.Term;
import org.xinheng.exchange.workbook.Content.Whole;
import org.xinheng.exchange.workbook.Content.Words;

/** The eighteen sheets of {@code registers.xlsx}. */
final class RegisterSheets {
    private static final Words WORDS = new Words();
    private static final Day DAY = new Day();
    private static final Pattern REGION_CODE = Pattern.compile("[0-9]{6}");
    private static final String CHECKED_IN = "在哪里读到原文:汇编名称或网页地址。不写个人,不写本机路径。";

    static final WorkbookTemplate TEMPLATE = new WorkbookTemplate(
            "登记册",
            List.of(
                    legalBases(),
                    listKinds(),
                    grounds(),
                    editions(),
                    measureItems(),
                    measures(),
                    memoranda(),
                    departmentKinds(),
                    departments(),
                    matters(),
                    matterItems(),
                    regions(),
                    texts(),
                    calendar(),
                    objectionTerms(),
                    restorationRules(),
                    recognitionAgreements(),
                    targets(),
                    taskTerms()));

    private RegisterSheets() {}

    private static SheetTemplate legalBases() {
        return sheet(
                "法规依据",
                code("ZFCGF-77", 18, "依据代码:简称拼音首字母加条号,款、项依次附后,如 ZFCGF-77、GSF-178-1-5。一条一个代码,永不重用。"),
                column("层级", Choices.LEVEL, 20, "效力层级。部门规章只能作为名单的程序依据,备忘录和通知不能单独支撑惩戒。")
                        .must(),
                column("名称", WORDS, 30, "法规名称,不带书名号,不带“中华人民共和国”。").must(),
                column("文号", WORDS, 22, "发文字号;法律没有的留空。"),
                column("条款", WORDS, 18, "条、款、项,如 第七十七条第一款。").must(),
                column("适用地区", ref(Register.REGION), 12, "只有地方性法规填写:适用地区代码。"),
                column("效力上限", Choices.CEILING, 14, "本条能支撑的最强效力。“依法依规予以限制”最高为 RESTRICT。留空:本条不支撑任何惩戒(如奖励、定义)。"),
                column("最短期限", new Term(), 12, "条文规定的最短期限,如 1 years、6 months;未规定留空。"),
                column("最长期限", new Term(), 12, "条文规定的最长期限,如 3 years、LIFE;未规定留空。"),
                column("施行日", DAY, 13, "本条这一文本开始施行的日期,yyyy-MM-dd;不详可留空。"),
                column("失效日", DAY, 13, "本条这一文本有效的最后一日(含当日);仍有效留空。"),
                verified("条文是否有人读过原文。未读过一律 NO:此时禁止、限制类措施不会适用,只会保留。"),
                checkedOn(),
                column("核对出处", WORDS, 34, CHECKED_IN),
                column("内容摘要", WORDS, 50, "一句话说明本条规定了什么。"));
    }

    private static SheetTemplate listKinds() {
        return sheet(
                "名单目录",
                code("ZFCG", 12, "名单种类代码,永不重用,不改含义。"),
                name(30, "名单种类的名称。"),
                column("极性", Choices.POLARITY, 13, "BLACK 严重失信;RED 守信激励;ATTENTION 重点关注,不是惩戒。")
                        .must(),
                column("形式", Choices.FORM, 10, "LIST 名单;ORDER 针对一个主体的决定或命令,措施行只在决定引用了本行依据时适用。")
                        .must(),
                column("范围", Choices.SCOPE, 12, "LOCAL 名单只在本地区有效。").must(),
                column("认定部门类别", ref(Register.DEPARTMENT_KIND), 24, "哪一类部门可以认定、列入、移出;多个用、分隔。")
                        .must()
                        .many(),
                column("法规依据", ref(Register.LEGAL_BASIS), 26, "设立名单的依据;多个用、分隔。").many(),
                column("最长期限", new Term(), 12, "在列最长时间,如 3 years;由决定确定的留空。"),
                column("期限起算", Choices.LIST_COUNTED_FROM, 16, "最长期限从哪一日起算。"),
                column("最早移出", new Term(), 12, "列入后最早多久可以提前移出,如 6 months;未规定留空。"),
                column("无固定期限事由", new Reference(Register.GROUND, Map.of("ALL", "全部事由")), 18, "法律未定期限的事由代码;全部事由填 ALL。")
                        .many(),
                column("移出条件", WORDS, 44, "移出、修复的条件,一句话。"),
                column("异议期间暂停", Choices.YES_NO, 12, "法律规定异议期间停止执行的填 YES;其余 NO,只作标注。")
                        .must(),
                column("陈旧上限小时", new Whole(1, 8760), 12, "名单最近一次读取最多允许多少小时前;不限留空。"),
                verified("名单设立依据是否有人读过原文。"),
                checkedOn(),
                column("核对出处", WORDS, 34, CHECKED_IN),
                column("公示依据", ref(Register.LEGAL_BASIS), 26, "据以向社会公示的条文;多个用、分隔。留空即不公示。失信名单的条文须已核实。")
                        .many(),
                column("评价种类", Choices.APPRAISAL, 14, "信用承诺、分级分类或者行业信用等级:只收组织,不收自然人;其余名单留空。"));
    }

    private static SheetTemplate grounds() {
        return sheet(
                "认定事由",
                code("ZFCG-2", 14, "事由代码:名单种类加序号。"),
                column("名单种类", ref(Register.LIST_KIND), 12, "属于哪一种名单。").must(),
                name(60, "事由:什么行为或者状态可以列入。"),
                column("法规依据", ref(Register.LEGAL_BASIS), 26, "事由的依据;多个用、分隔。").many(),
                verified("事由是否有人读过原文。"),
                column("核对出处", WORDS, 34, CHECKED_IN),
                column("承诺结果", Choices.COMMITMENT_OUTCOME, 14, "信用承诺登记履行结果之后按哪一事由适用;其余留空。"));
    }

    private static SheetTemplate editions() {
        return sheet(
                "清单版本",
                new ColumnTemplate("版本", new OwnCode(Content.CODE, "2024"), true, false, 10, "全国失信惩戒措施基础清单的版本。"),
                name(40, "文件名称。"),
                column("文号", WORDS, 26, "发文字号。"),
                column("施行日", DAY, 13, "第一日(含)。").must(),
                column("失效日", DAY, 13, "最后一日(含);仍有效留空。"),
                column("说明", WORDS, 60, "对有效期的假设写在这里。"),
                verified("有效期是否核实。"),
                column("核对出处", WORDS, 34, CHECKED_IN));
    }

    private static SheetTemplate measureItems() {
        return sheet(
                "措施清单",
                code("2024-01", 12, "清单条目代码:版本加序号。"),
                column("版本", ref(Register.EDITION), 10, "属于哪一版清单。").must(),
                column("类别", Choices.MEASURE_CLASS, 8, "1 减损权益或者增加义务;2 管理措施;3 由其他组织自主实施,只能提示。")
                        .must(),
                column("序号", new Whole(1, 99), 8, "清单中的序号。").must(),
                name(40, "清单条目的名称。"),
                verified("条目是否核实;只作展示,不阻断。"),
                checkedOn(),
                column("核对出处", WORDS, 34, CHECKED_IN));
    }

    private static SheetTemplate measures() {
        return sheet(
                "措施",
                code("ZF-01", 12, "措施代码:领域拼音首字母加序号,永不重用。"),
                name(40, "措施的具体内容。"),
                column("性质", Choices.NATURE, 14, "惩戒或者激励。").must(),
                column("提示语", WORDS, 60, "窗口人员可以直接读出的半句话,如 不得参加政府采购活动。三类(提示)措施不得出现“应当”“不得”。")
                        .must());
    }

    private static SheetTemplate memoranda() {
        return sheet(
                "备忘录",
                code("BWL-SXBZXR", 16, "备忘录代码。备忘录只是措施的来源,不是依据。"),
                name(60, "备忘录名称。"),
                column("性质", Choices.MEMORANDUM_NATURE, 10, "P 惩戒;R 激励;B 兼有。").must(),
                column("发起部门", WORDS, 26, "牵头单位。"),
                column("文号", WORDS, 26, "发文字号。"),
                column("年份", new Whole(2000, 2100), 8, "签署年份。"),
                column("签署单位数", new Whole(1, 99), 10, "签署单位的个数。"),
                column("状态", Choices.MEMORANDUM_STATUS, 10, "有效、失效、已替代或者不详。"),
                verified("备忘录是否有人读过原文。"),
                column("核对出处", WORDS, 34, CHECKED_IN));
    }

    private static SheetTemplate departmentKinds() {
        return sheet("部门类别", code("FINANCE", 28, "部门类别代码。"), name(40, "部门类别名称。"));
    }

    private static SheetTemplate departments() {
        return sheet(
                "部门",
                code("WH-CZJ", 14, "部门代码。"),
                name(40, "部门名称。"),
                column("类别", ref(Register.DEPARTMENT_KIND), 26, "部门属于哪一类;只属一类。").must(),
                column("地区", ref(Register.REGION), 12, "所在地区代码。").must());
    }

    private static SheetTemplate matters() {
        return sheet(
                "办理事项",
                code("GOVERNMENT_PROCUREMENT_QUALIFICATION", 40, "办理事项代码,不改含义。"),
                name(30, "办理事项名称。"),
                column("可办理部门类别", ref(Register.DEPARTMENT_KIND), 44, "哪些类别的部门可以办理;其余部门查询会被拒绝。多个用、分隔。")
                        .must()
                        .many(),
                column("反馈期限日", new Whole(1, 365), 12, "决策后多少日内反馈执行情况;不要求反馈的留空。"),
                column("说明", WORDS, 50, "补充说明。"));
    }

    private static SheetTemplate matterItems() {
        return sheet(
                "事项细项",
                code("FOOD", 32, "细项代码:行业,或者许可、职业、职务。"),
                column("类型", Choices.ITEM_TYPE, 12, "SECTOR 行业;ITEM 许可、职业、职务。").must(),
                name(40, "细项名称。"),
                column("适用事项", ref(Register.MATTER), 50, "在哪些办理事项中可以填写;不限留空。多个用、分隔。")
                        .many());
    }

    private static SheetTemplate regions() {
        return sheet(
                "地区",
                new ColumnTemplate(
                        "代码", new OwnCode(REGION_CODE, "420100"), true, false, 12, "GB/T 2260 六位代码;100000 为全国。"),
                name(30, "地区名称。"),
                column("上级", ref(Register.REGION), 12, "上级地区代码;只有 100000 留空。"));
    }

    private static SheetTemplate texts() {
        return sheet(
                "文本",
                code("BASIS_UNVERIFIED", 28, "文本代码。"),
                column("类别", new OwnCode(Content.CODE, "NOTICE"), 20, "文本用在哪里,如 WITHHELD_REASON、OUTCOME、EFFECT、NOTICE。")
                        .must(),
                column("中文", WORDS, 60, "中文文本。").must(),
                column("英文", WORDS, 60, "英文文本。").must());
    }

    private static SheetTemplate calendar() {
        return sheet(
                "工作日历",
                code("2026-CJ", 14, "代码:年份加节日拼音首字母,调休上班加 -B 和序号。"),
                name(20, "节日或者调休的名称。"),
                column("类型", Choices.CALENDAR_KIND, 13, "HOLIDAY 放假;WORKDAY 周末调休上班。")
                        .must(),
                column("起", DAY, 13, "第一日(含)。").must(),
                column("止", DAY, 13, "最后一日(含);只有一日的,与起相同。").must(),
                column("文号", WORDS, 26, "公布安排的文件。"),
                verified("安排是否有人读过原文。"),
                column("核对出处", WORDS, 34, CHECKED_IN));
    }

    private static SheetTemplate objectionTerms() {
        return sheet(
                "异议期限",
                code("YY-YC", 14, "代码。"),
                column("地区", ref(Register.REGION), 12, "适用地区;下级地区没有自己的规定时,用最近的上级。")
                        .must(),
                column("标注工作日", new Whole(0, 30), 12, "收到异议后多少个工作日内标注;0 为立即。").must(),
                column("答复工作日", new Whole(1, 60), 12, "收到异议后多少个工作日内答复。").must(),
                column("延长至工作日", new Whole(1, 60), 13, "可以延长的,最长多少个工作日;不能延长留空。"),
                column("依据", WORDS, 40, "规定期限的文件和条款。").must(),
                verified("期限是否有人读过原文。"),
                column("核对出处", WORDS, 34, CHECKED_IN));
    }

    private static SheetTemplate restorationRules() {
        return sheet(
                "修复规则",
                code("XF36-GENERAL", 18, "代码。"),
                column("名单种类", ref(Register.LIST_KIND), 24, "适用的名单种类;不限留空。多个用、分隔。")
                        .many(),
                column("认定事由", ref(Register.GROUND), 20, "适用的认定事由;不限留空。多个用、分隔。").many(),
                column("严重程度", Choices.GRAVITY, 14, "适用的严重程度;不限留空。多个用、分隔。").many(),
                column("可修复", Choices.YES_NO, 9, "法律、行政法规或者中央文件规定不可修复的填 NO,并在条件一栏写明。")
                        .must(),
                column("最短公示", new Term(), 12, "最短公示期,如 3 months;没有留空。"),
                column("最长公示", new Term(), 12, "最长公示期,届满自动停止;没有留空。"),
                column("期限起算", Choices.LIST_COUNTED_FROM, 16, "公示期从哪一日起算。").must(),
                column("办结工作日", new Whole(1, 60), 12, "决定修复的期限;没有读到的留空,不得照搬旧规定。"),
                column("条件", WORDS, 50, "修复须具备的条件;不可修复的写明依据。").must(),
                column("材料", WORDS, 40, "申请材料。"),
                column("依据", WORDS, 40, "规定修复的文件和条款。").must(),
                column("施行日", DAY, 13, "第一日(含)。").must(),
                column("失效日", DAY, 13, "最后一日(含);仍有效留空。"),
                verified("规则是否有人读过原文。"),
                column("核对出处", WORDS, 34, CHECKED_IN),
                column("原则上不公示", Choices.YES_NO, 14, "规定原则上不予公示的填 YES,名单批次不公示这样的记录;其余留空。"),
                column("共享工作日", new Whole(1, 60), 12, "修复结果共享到其他网站的期限;没有读到的留空,不得照搬旧规定。"));
    }

    private static SheetTemplate recognitionAgreements() {
        return sheet(
                "互认协议",
                code("HR-CJZY-HF", 16, "代码。协议不是依据:名单种类在本地须有法律效力,措施由本地的行决定。"),
                name(40, "协议名称。"),
                column("伙伴地区", ref(Register.REGION), 12, "对方地区代码。").must(),
                column("本地地区", ref(Register.REGION), 12, "承认对方名单的地区代码。").must(),
                column("名单种类", ref(Register.LIST_KIND), 30, "互认的名单种类;多个用、分隔。")
                        .must()
                        .many(),
                column("文号", WORDS, 26, "发文字号。"),
                column("施行日", DAY, 13, "第一日(含);不详可留空。"),
                column("失效日", DAY, 13, "最后一日(含);仍有效留空。"),
                verified("协议是否有人读过原文。"),
                column("核对出处", WORDS, 34, CHECKED_IN));
    }

    private static SheetTemplate targets() {
        return sheet(
                "考核指标",
                code("KH-YC-YYL", 16, "代码。"),
                name(40, "指标的名称。"),
                column(
                                "指标",
                                Choices.TARGET,
                                24,
                                "CASE_REPORT_DAY 每月案例报送日,数值为几号之前;OBJECTIONS_PER_100000 每十万条记录的异议条数,数值为上限(不含)。")
                        .must(),
                column("地区", ref(Register.REGION), 12, "适用地区;下级地区没有自己的规定时,用最近的上级。")
                        .must(),
                column("数值", new Whole(1, 100_000), 10, "数值。").must(),
                column("依据", WORDS, 40, "规定指标的文件。").must(),
                verified("指标是否有人读过原文。"),
                column("核对出处", WORDS, 34, CHECKED_IN));
    }

    private static SheetTemplate taskTerms() {
        return sheet(
                "协同期限",
                code("XT-LIFT", 16, "代码。"),
                column("地区", ref(Register.REGION), 12, "实施部门所在地区;下级地区没有自己的规定时,用最近的上级。")
                        .must(),
                column("任务", Choices.TASK_KIND, 12, "APPLY 实施措施;LIFT 解除措施。").must(),
                column("签收工作日", new Whole(1, 60), 12, "任务发出后多少个工作日内签收。").must(),
                column("反馈工作日", new Whole(1, 90), 12, "任务发出后多少个工作日内逐项反馈;到期次日起催办。")
                        .must(),
                column("报信用办工作日", new Whole(1, 60), 14, "反馈到期后再过多少个工作日仍未办结的,报信用办。")
                        .must(),
                column("依据", WORDS, 40, "规定期限的文件和条款;没有规定的,写明由谁确定。").must(),
                verified("期限是否有人读过原文。"),
                column("核对出处", WORDS, 34, CHECKED_IN));
    }

    private static SheetTemplate sheet(String name, ColumnTemplate... columns) {
        return new SheetTemplate(name, List.of(), List.of(columns));
    }

    private static ColumnTemplate code(String example, int width, String note) {
        return new ColumnTemplate("代码", new OwnCode(Content.CODE, example), true, false, width, note);
    }

    private static ColumnTemplate name(int width, String note) {
        return new ColumnTemplate("名称", WORDS, true, false, width, note);
    }

    private static ColumnTemplate verified(String note) {
        return new ColumnTemplate("已核实", Choices.YES_NO, true, false, 9, note);
    }

    private static ColumnTemplate checkedOn() {
        return column("最后核对", DAY, 13, "最后一次核对的日期,yyyy-MM-dd。");
    }

    private static Reference ref(Register register) {
        return new Reference(register, Map.of());
    }
}
