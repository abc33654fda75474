package org.xinheng.exchange.workbook;

import static org.xinheng.exchange.workbook.Content.words;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.xinheng.exchange.workbook.Content.Choice;
import org.xinheng.law.InstrumentLevel;

/** The fixed sets of words of the tables with their Chinese titles; the words themselves are the domain's. */
final class Choices {
    static final Choice YES_NO = new Choice("是否", words("YES", "是", "NO", "否"));
    static final Choice LEVEL = new Choice(
            "层级",
            Stream.of(InstrumentLevel.values())
                    .collect(Collectors.toMap(
                            InstrumentLevel::title,
                            level -> level.carriesMeasures() ? "可设定措施" : "不得单独设定措施",
                            (a, b) -> a,
                            java.util.LinkedHashMap::new)));
    static final Choice EFFECT = new Choice(
            "效力",
            words(
                    "PROHIBIT", "禁止",
                    "RESTRICT", "限制",
                    "CAUTION", "从严审慎",
                    "SUPERVISE", "加强监管",
                    "ADVISE", "提示",
                    "FACILITATE", "激励"));
    static final Choice CEILING = new Choice(
            "效力上限",
            words(
                    "PROHIBIT", "禁止",
                    "RESTRICT", "限制",
                    "CAUTION", "从严审慎",
                    "SUPERVISE", "加强监管",
                    "ADVISE", "提示"));
    static final Choice GRAVITY = new Choice("严重程度", words("LIGHT", "轻微", "GENERAL", "一般", "SERIOUS", "严重"));
    static final Choice SUBJECT_TYPE = new Choice("主体类型", words("ORGANISATION", "法人和非法人组织", "PERSON", "自然人"));
    static final Choice ROLE = new Choice(
            "责任人员角色",
            words(
                    "LISTED_SUBJECT", "名单主体",
                    "LEGAL_REPRESENTATIVE", "法定代表人",
                    "PRINCIPAL", "主要负责人",
                    "ACTUAL_CONTROLLER", "实际控制人",
                    "DIRECTLY_RESPONSIBLE", "直接责任人员"));
    static final Choice COUNTED_FROM =
            new Choice("期限起算", words("DOCUMENT_DATE", "文书日期", "LISTED_ON", "列入日期", "SENTENCE_END", "刑满日"));
    static final Choice LIST_COUNTED_FROM = new Choice("名单期限起算", words("LISTED_ON", "列入日期", "DOCUMENT_DATE", "文书日期"));
    static final Choice POLARITY = new Choice("极性", words("BLACK", "黑名单", "RED", "红名单", "ATTENTION", "重点关注"));
    static final Choice APPRAISAL = new Choice("评价种类", words("COMMITMENT", "信用承诺", "TIER", "分级分类", "GRADE", "行业信用等级"));
    static final Choice COMMITMENT_OUTCOME = new Choice("承诺结果", words("KEPT", "已履行", "BREACHED", "违背"));
    static final Choice FORM = new Choice("形式", words("LIST", "名单", "ORDER", "决定或命令"));
    static final Choice SCOPE = new Choice("范围", words("NATIONAL", "全国", "LOCAL", "本地区"));
    static final Choice NATURE = new Choice("性质", words("PUNISHMENT", "惩戒", "REWARD", "激励"));
    static final Choice MEMORANDUM_NATURE = new Choice("备忘录性质", words("P", "惩戒", "R", "激励", "B", "奖惩兼有"));
    static final Choice MEMORANDUM_STATUS =
            new Choice("备忘录状态", words("有效", "仍在执行", "失效", "不再执行", "已替代", "由新文件替代", "不详", "尚未核实"));
    static final Choice ITEM_TYPE = new Choice("细项类型", words("SECTOR", "行业", "ITEM", "许可、职业、职务"));
    static final Choice TARGET =
            new Choice("考核指标", words("CASE_REPORT_DAY", "案例报送日", "OBJECTIONS_PER_100000", "异议率上限"));
    static final Choice TASK_KIND = new Choice("任务种类", words("APPLY", "实施措施", "LIFT", "解除措施"));
    static final Choice CALENDAR_KIND = new Choice("日历类型", words("HOLIDAY", "放假", "WORKDAY", "调休上班"));
    static final Choice MEASURE_CLASS = new Choice("类别", words("1", "一类", "2", "二类", "3", "三类"));
    /** Why a measure is held back. */
    static final Map<String, String> WITHHELD = words(
            "SUSPENDED", "停止执行",
            "BASIS_NOT_IN_FORCE", "依据不在有效期或不足以设定",
            "NOT_ON_MEASURE_LIST", "不在有效的措施清单",
            "BASIS_UNVERIFIED", "依据未经核实",
            "NAME_MISMATCH", "名称不符",
            "CONTEXT_MISSING", "缺少判断所需的事实",
            "BLACK_LISTED", "在列黑名单");
    /** Ends without a day. */
    static final Map<String, String> ENDLESS = words("LIFE", "终身", "UNTIL_PERFORMED", "履行完毕为止");

    private Choices() {}
}
