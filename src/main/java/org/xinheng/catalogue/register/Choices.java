package org.xinheng.catalogue.register;

import static org.xinheng.catalogue.register.Contents.words;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.xinheng.catalogue.Appraisal;
import org.xinheng.catalogue.CalendarPeriod;
import org.xinheng.catalogue.CommitmentOutcome;
import org.xinheng.catalogue.CountedFrom;
import org.xinheng.catalogue.Gravity;
import org.xinheng.catalogue.ListForm;
import org.xinheng.catalogue.ListScope;
import org.xinheng.catalogue.MatterItem;
import org.xinheng.catalogue.Nature;
import org.xinheng.catalogue.PerformanceTarget;
import org.xinheng.catalogue.Polarity;
import org.xinheng.catalogue.TargetRole;
import org.xinheng.catalogue.TaskKind;
import org.xinheng.catalogue.register.Content.Choice;
import org.xinheng.kernel.SubjectType;
import org.xinheng.law.Effect;
import org.xinheng.law.InstrumentLevel;

/** The fixed sets of words of the tables with their Chinese titles; the words themselves are the domain's. */
public final class Choices {
    public static final Choice<Boolean> YES_NO = choice("是否", "YES"::equals, "YES", "是", "NO", "否");
    public static final Choice<InstrumentLevel> LEVEL = new Choice<>(
            "层级",
            Stream.of(InstrumentLevel.values())
                    .collect(Collectors.toMap(
                            InstrumentLevel::title,
                            level -> level.carriesMeasures() ? "可设定措施" : "不得单独设定措施",
                            (a, b) -> a,
                            LinkedHashMap::new)),
            word -> InstrumentLevel.titled(word).orElseThrow());
    public static final Choice<Effect> EFFECT = new Choice<>(
            "效力",
            words(
                    "PROHIBIT", "禁止",
                    "RESTRICT", "限制",
                    "CAUTION", "从严审慎",
                    "SUPERVISE", "加强监管",
                    "ADVISE", "提示",
                    "FACILITATE", "激励"),
            Effect::valueOf);
    public static final Choice<Effect> CEILING = EFFECT.without("效力上限", "FACILITATE");
    public static final Choice<Gravity> GRAVITY =
            choice("严重程度", Gravity::valueOf, "LIGHT", "轻微", "GENERAL", "一般", "SERIOUS", "严重");
    public static final Choice<SubjectType> SUBJECT_TYPE =
            choice("主体类型", SubjectType::valueOf, "ORGANISATION", "法人和非法人组织", "PERSON", "自然人");
    public static final Choice<TargetRole> ROLE = new Choice<>(
            "责任人员角色",
            words(
                    "LISTED_SUBJECT", "名单主体",
                    "LEGAL_REPRESENTATIVE", "法定代表人",
                    "PRINCIPAL", "主要负责人",
                    "ACTUAL_CONTROLLER", "实际控制人",
                    "DIRECTLY_RESPONSIBLE", "直接责任人员"),
            TargetRole::valueOf);
    public static final Choice<CountedFrom> COUNTED_FROM =
            choice("期限起算", CountedFrom::valueOf, "DOCUMENT_DATE", "文书日期", "LISTED_ON", "列入日期", "SENTENCE_END", "刑满日");
    public static final Choice<CountedFrom> LIST_COUNTED_FROM =
            choice("名单期限起算", CountedFrom::valueOf, "LISTED_ON", "列入日期", "DOCUMENT_DATE", "文书日期");
    public static final Choice<Polarity> POLARITY =
            choice("极性", Polarity::valueOf, "BLACK", "黑名单", "RED", "红名单", "ATTENTION", "重点关注");
    public static final Choice<Appraisal> APPRAISAL =
            choice("评价种类", Appraisal::valueOf, "COMMITMENT", "信用承诺", "TIER", "分级分类", "GRADE", "行业信用等级");
    public static final Choice<CommitmentOutcome> COMMITMENT_OUTCOME =
            choice("承诺结果", CommitmentOutcome::valueOf, "KEPT", "已履行", "BREACHED", "违背");
    public static final Choice<ListForm> FORM = choice("形式", ListForm::valueOf, "LIST", "名单", "ORDER", "决定或命令");
    public static final Choice<ListScope> SCOPE = choice("范围", ListScope::valueOf, "NATIONAL", "全国", "LOCAL", "本地区");
    public static final Choice<Nature> NATURE = choice("性质", Nature::valueOf, "PUNISHMENT", "惩戒", "REWARD", "激励");
    public static final Choice<String> MEMORANDUM_NATURE =
            choice("备忘录性质", word -> word, "P", "惩戒", "R", "激励", "B", "奖惩兼有");
    public static final Choice<String> MEMORANDUM_STATUS =
            choice("备忘录状态", word -> word, "有效", "仍在执行", "失效", "不再执行", "已替代", "由新文件替代", "不详", "尚未核实");
    public static final Choice<MatterItem.Kind> ITEM_TYPE =
            choice("细项类型", MatterItem.Kind::valueOf, "SECTOR", "行业", "ITEM", "许可、职业、职务");
    public static final Choice<PerformanceTarget.Figure> TARGET = choice(
            "考核指标", PerformanceTarget.Figure::valueOf, "CASE_REPORT_DAY", "案例报送日", "OBJECTIONS_PER_100000", "异议率上限");
    public static final Choice<TaskKind> TASK_KIND = choice("任务种类", TaskKind::valueOf, "APPLY", "实施措施", "LIFT", "解除措施");
    public static final Choice<CalendarPeriod.Kind> CALENDAR_KIND =
            choice("日历类型", CalendarPeriod.Kind::valueOf, "HOLIDAY", "放假", "WORKDAY", "调休上班");
    public static final Choice<Integer> MEASURE_CLASS = choice("类别", Integer::valueOf, "1", "一类", "2", "二类", "3", "三类");
    /** Why a measure is held back. */
    public static final Map<String, String> WITHHELD = words(
            "SUSPENDED", "停止执行",
            "BASIS_NOT_IN_FORCE", "依据不在有效期或不足以设定",
            "NOT_ON_MEASURE_LIST", "不在有效的措施清单",
            "BASIS_UNVERIFIED", "依据未经核实",
            "NAME_MISMATCH", "名称不符",
            "CONTEXT_MISSING", "缺少判断所需的事实",
            "BLACK_LISTED", "在列黑名单");
    /** Ends without a day. */
    public static final Map<String, String> ENDLESS = words("LIFE", "终身", "UNTIL_PERFORMED", "履行完毕为止");

    private Choices() {}

    private static <V> Choice<V> choice(String name, Function<String, V> reading, String... wordsAndTitles) {
        return new Choice<>(name, words(wordsAndTitles), reading);
    }
}
