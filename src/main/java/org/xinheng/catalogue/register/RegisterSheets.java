package org.xinheng.catalogue.register;

import static org.xinheng.catalogue.register.Contents.TERM;
import static org.xinheng.catalogue.register.Contents.WORDS;
import static org.xinheng.catalogue.register.Contents.ref;
import static org.xinheng.catalogue.register.Contents.whole;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.xinheng.catalogue.Department;
import org.xinheng.catalogue.DepartmentKind;
import org.xinheng.catalogue.Edition;
import org.xinheng.catalogue.Ground;
import org.xinheng.catalogue.ListKind;
import org.xinheng.catalogue.Matter;
import org.xinheng.catalogue.MatterItem;
import org.xinheng.catalogue.Measure;
import org.xinheng.catalogue.MeasureItem;
import org.xinheng.catalogue.Memorandum;
import org.xinheng.catalogue.Region;
import org.xinheng.catalogue.RegisterText;
import org.xinheng.catalogue.register.Content.Reference;
import org.xinheng.law.LegalBasis;

/** The sheets of {@code registers.xlsx}; those of time limits and procedures are {@link ProcedureSheets}. */
public final class RegisterSheets {
    /** Heading of the code of an entry. */
    public static final String CODE = "代码";
    /** Heading in {@link #LEGAL_BASES}. */
    public static final String REGION_OF_BASIS = "适用地区";
    /** Heading in {@link #LEGAL_BASES}. */
    public static final String LEAST_TERM = "最短期限";
    /** Heading in {@link #MEASURES}. */
    public static final String CLAUSE = "提示语";
    /** Heading in {@link #MATTERS}. */
    public static final String AGENCY_KINDS = "可办理部门类别";
    /** Heading in {@link #MATTER_ITEMS}. */
    public static final String TYPE = "类型";
    /** Heading in {@link #REGIONS}. */
    public static final String PARENT = "上级";
    /** Heading in {@link #TEXTS}, where the same word may stand once in each category. */
    private static final String CATEGORY = "类别";

    private static final Pattern REGION_CODE = Pattern.compile("[0-9]{6}");

    /** 法规依据. */
    public static final Sheet<LegalBasis> LEGAL_BASES = Sheet.of(
            "法规依据",
            row -> new LegalBasis(
                    row.code("ZFCGF-77", 18, "依据代码:简称拼音首字母加条号,款、项依次附后,如 ZFCGF-77、GSF-178-1-5。一条一个代码,永不重用。"),
                    row.must("层级", Choices.LEVEL, 20, "效力层级。部门规章只能作为名单的程序依据,备忘录和通知不能单独支撑惩戒。"),
                    row.title(30, "法规名称,不带书名号,不带“中华人民共和国”。"),
                    row.documentNumber(22, "发文字号;法律没有的留空。"),
                    row.title("条款", 18, "条、款、项,如 第七十七条第一款。"),
                    row.maybe(REGION_OF_BASIS, ref(Register.REGION), 12, "只有地方性法规填写:适用地区代码。"),
                    row.maybe("效力上限", Choices.CEILING, 14, "本条能支撑的最强效力。“依法依规予以限制”最高为 RESTRICT。留空:本条不支撑任何惩戒(如奖励、定义)。"),
                    row.maybe(LEAST_TERM, TERM, 12, "条文规定的最短期限,如 1 years、6 months;未规定留空。"),
                    row.maybe("最长期限", TERM, 12, "条文规定的最长期限,如 3 years、LIFE;未规定留空。"),
                    row.inForce("本条这一文本开始施行的日期,yyyy-MM-dd;不详可留空。", "本条这一文本有效的最后一日(含当日);仍有效留空。"),
                    row.verified("条文是否有人读过原文。未读过一律 NO:此时禁止、限制类措施不会适用,只会保留。"),
                    row.checkedOn(),
                    row.checkedIn(),
                    row.maybe("内容摘要", WORDS, 50, "一句话说明本条规定了什么。")));

    /** 名单目录. */
    public static final Sheet<ListKind> LIST_KINDS = Sheet.of(
            "名单目录",
            row -> new ListKind(
                    row.code("ZFCG", 12, "名单种类代码,永不重用,不改含义。"),
                    row.title(30, "名单种类的名称。"),
                    row.must("极性", Choices.POLARITY, 13, "BLACK 严重失信;RED 守信激励;ATTENTION 重点关注,不是惩戒。"),
                    row.must("形式", Choices.FORM, 10, "LIST 名单;ORDER 针对一个主体的决定或命令,措施行只在决定引用了本行依据时适用。"),
                    row.must("范围", Choices.SCOPE, 12, "LOCAL 名单只在本地区有效。"),
                    row.mustSet("认定部门类别", ref(Register.DEPARTMENT_KIND), 24, "哪一类部门可以认定、列入、移出;多个用、分隔。"),
                    row.list("法规依据", ref(Register.LEGAL_BASIS), 26, "设立名单的依据;多个用、分隔。"),
                    row.maybe("最长期限", TERM, 12, "在列最长时间,如 3 years;由决定确定的留空。"),
                    row.maybe("期限起算", Choices.LIST_COUNTED_FROM, 16, "最长期限从哪一日起算。"),
                    row.maybe("最早移出", TERM, 12, "列入后最早多久可以提前移出,如 6 months;未规定留空。"),
                    row.set(
                            "无固定期限事由",
                            new Reference(Register.GROUND, Map.of("ALL", "全部事由")),
                            18,
                            "法律未定期限的事由代码;全部事由填 ALL。"),
                    row.maybe("移出条件", WORDS, 44, "移出、修复的条件,一句话。"),
                    row.must("异议期间暂停", Choices.YES_NO, 12, "法律规定异议期间停止执行的填 YES;其余 NO,只作标注。"),
                    row.maybe("陈旧上限小时", whole(1, 8760), 12, "名单最近一次读取最多允许多少小时前;不限留空。"),
                    row.verified("名单设立依据是否有人读过原文。"),
                    row.checkedOn(),
                    row.checkedIn(),
                    row.list("公示依据", ref(Register.LEGAL_BASIS), 26, "据以向社会公示的条文;多个用、分隔。留空即不公示。失信名单的条文须已核实。"),
                    row.maybe("评价种类", Choices.APPRAISAL, 14, "信用承诺、分级分类或者行业信用等级:只收组织,不收自然人;其余名单留空。")));

    /** 认定事由. */
    public static final Sheet<Ground> GROUNDS = Sheet.of(
            "认定事由",
            row -> new Ground(
                    row.code("ZFCG-2", 14, "事由代码:名单种类加序号。"),
                    row.must("名单种类", ref(Register.LIST_KIND), 12, "属于哪一种名单。"),
                    row.title(60, "事由:什么行为或者状态可以列入。"),
                    row.list("法规依据", ref(Register.LEGAL_BASIS), 26, "事由的依据;多个用、分隔。"),
                    row.verified("事由是否有人读过原文。"),
                    row.checkedIn(),
                    row.maybe("承诺结果", Choices.COMMITMENT_OUTCOME, 14, "信用承诺登记履行结果之后按哪一事由适用;其余留空。")));

    /** 清单版本. */
    public static final Sheet<Edition> EDITIONS = Sheet.of(
            "清单版本",
            row -> new Edition(
                    row.must("版本", Contents.ownCode(Contents.CODE, "2024"), 10, "全国失信惩戒措施基础清单的版本。"),
                    row.title(40, "文件名称。"),
                    row.documentNumber(26, "发文字号。"),
                    row.mustBeInForce("第一日(含)。", "最后一日(含);仍有效留空。"),
                    row.maybe("说明", WORDS, 60, "对有效期的假设写在这里。"),
                    row.verified("有效期是否核实。"),
                    row.checkedIn()));

    /** 措施清单. */
    public static final Sheet<MeasureItem> MEASURE_ITEMS = Sheet.of(
            "措施清单",
            row -> new MeasureItem(
                    row.code("2024-01", 12, "清单条目代码:版本加序号。"),
                    row.must("版本", ref(Register.EDITION), 10, "属于哪一版清单。"),
                    row.must("类别", Choices.MEASURE_CLASS, 8, "1 减损权益或者增加义务;2 管理措施;3 由其他组织自主实施,只能提示。"),
                    row.must("序号", whole(1, 99), 8, "清单中的序号。"),
                    row.title(40, "清单条目的名称。"),
                    row.verified("条目是否核实;只作展示,不阻断。"),
                    row.checkedOn(),
                    row.checkedIn()));

    /** 措施. */
    public static final Sheet<Measure> MEASURES = Sheet.of(
            "措施",
            row -> new Measure(
                    row.code("ZF-01", 12, "措施代码:领域拼音首字母加序号,永不重用。"),
                    row.title(40, "措施的具体内容。"),
                    row.must("性质", Choices.NATURE, 14, "惩戒或者激励。"),
                    row.must(CLAUSE, WORDS, 60, "窗口人员可以直接读出的半句话,如 不得参加政府采购活动。三类(提示)措施不得出现“应当”“不得”。")));

    /** 备忘录. */
    public static final Sheet<Memorandum> MEMORANDA = Sheet.of(
            "备忘录",
            row -> new Memorandum(
                    row.code("BWL-SXBZXR", 16, "备忘录代码。备忘录只是措施的来源,不是依据。"),
                    row.title(60, "备忘录名称。"),
                    row.must("性质", Choices.MEMORANDUM_NATURE, 10, "P 惩戒;R 激励;B 兼有。"),
                    row.maybe("发起部门", WORDS, 26, "牵头单位。"),
                    row.documentNumber(26, "发文字号。"),
                    row.maybe("年份", whole(2000, 2100, year -> year), 8, "签署年份。"),
                    row.maybe("签署单位数", whole(1, 99), 10, "签署单位的个数。"),
                    row.maybe("状态", Choices.MEMORANDUM_STATUS, 10, "有效、失效、已替代或者不详。"),
                    row.verified("备忘录是否有人读过原文。"),
                    row.checkedIn()));

    /** 部门类别. */
    public static final Sheet<DepartmentKind> DEPARTMENT_KINDS =
            Sheet.of("部门类别", row -> new DepartmentKind(row.code("FINANCE", 28, "部门类别代码。"), row.title(40, "部门类别名称。")));

    /** 部门. */
    public static final Sheet<Department> DEPARTMENTS = Sheet.of(
            "部门",
            row -> new Department(
                    row.code("WH-CZJ", 14, "部门代码。"),
                    row.title(40, "部门名称。"),
                    row.must("类别", ref(Register.DEPARTMENT_KIND), 26, "部门属于哪一类;只属一类。"),
                    row.must("地区", ref(Register.REGION), 12, "所在地区代码。")));

    /** 办理事项. */
    public static final Sheet<Matter> MATTERS = Sheet.of(
            "办理事项",
            row -> new Matter(
                    row.code("GOVERNMENT_PROCUREMENT_QUALIFICATION", 40, "办理事项代码,不改含义。"),
                    row.title(30, "办理事项名称。"),
                    row.mustSet(AGENCY_KINDS, ref(Register.DEPARTMENT_KIND), 44, "哪些类别的部门可以办理;其余部门查询会被拒绝。多个用、分隔。"),
                    row.maybe("反馈期限日", whole(1, 365), 12, "决策后多少日内反馈执行情况;不要求反馈的留空。"),
                    row.maybe("说明", WORDS, 50, "补充说明。")));

    /** 事项细项. */
    public static final Sheet<MatterItem> MATTER_ITEMS = Sheet.of(
            "事项细项",
            row -> new MatterItem(
                    row.code("FOOD", 32, "细项代码:行业,或者许可、职业、职务。"),
                    row.must(TYPE, Choices.ITEM_TYPE, 12, "SECTOR 行业;ITEM 许可、职业、职务。"),
                    row.title(40, "细项名称。"),
                    row.set("适用事项", ref(Register.MATTER), 50, "在哪些办理事项中可以填写;不限留空。多个用、分隔。")));

    /** 地区. */
    public static final Sheet<Region> REGIONS = Sheet.of(
            "地区",
            row -> new Region(
                    row.must(CODE, Contents.ownCode(REGION_CODE, "420100"), 12, "GB/T 2260 六位代码;100000 为全国。"),
                    row.title(30, "地区名称。"),
                    row.maybe(PARENT, ref(Register.REGION), 12, "上级地区代码;只有 100000 留空。")));

    /** 文本. */
    public static final Sheet<RegisterText> TEXTS = Sheet.of(
                    "文本",
                    row -> new RegisterText(
                            row.code("BASIS_UNVERIFIED", 28, "文本代码。"),
                            row.must(
                                    CATEGORY,
                                    Contents.ownCode(Contents.CODE, "NOTICE"),
                                    20,
                                    "文本用在哪里,如 WITHHELD_REASON、OUTCOME、EFFECT、NOTICE。"),
                            row.must("中文", WORDS, 60, "中文文本。"),
                            row.must("英文", WORDS, 60, "英文文本。")))
            .keyedBy(CATEGORY, CODE);

    /** All sheets in the order of the workbook. */
    public static final List<Sheet<?>> ALL = List.of(
            LEGAL_BASES,
            LIST_KINDS,
            GROUNDS,
            EDITIONS,
            MEASURE_ITEMS,
            MEASURES,
            MEMORANDA,
            DEPARTMENT_KINDS,
            DEPARTMENTS,
            MATTERS,
            MATTER_ITEMS,
            REGIONS,
            TEXTS,
            ProcedureSheets.CALENDAR,
            ProcedureSheets.OBJECTION_TERMS,
            ProcedureSheets.RESTORATION_RULES,
            ProcedureSheets.RECOGNITION_AGREEMENTS,
            ProcedureSheets.TARGETS,
            ProcedureSheets.TASK_TERMS);

    private RegisterSheets() {}

    /** The sheet that holds a register. */
    public static Sheet<?> of(Register register) {
        return ALL.stream()
                .filter(sheet -> sheet.name().equals(register.sheet()))
                .findFirst()
                .orElseThrow();
    }
}
