package org.xinheng.exchange.workbook;

import static org.xinheng.catalogue.register.ColumnTemplate.column;
import static org.xinheng.catalogue.register.Contents.DAY;
import static org.xinheng.catalogue.register.Contents.WORDS;
import static org.xinheng.catalogue.register.Contents.ref;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.xinheng.catalogue.MatterItem;
import org.xinheng.catalogue.MeasureItem;
import org.xinheng.catalogue.MeasureRule;
import org.xinheng.catalogue.register.Choices;
import org.xinheng.catalogue.register.ColumnTemplate;
import org.xinheng.catalogue.register.ColumnTemplate.ColumnPart;
import org.xinheng.catalogue.register.Content;
import org.xinheng.catalogue.register.Content.Reference;
import org.xinheng.catalogue.register.Contents;
import org.xinheng.catalogue.register.Register;
import org.xinheng.catalogue.register.Sheet.DayOrder;
import org.xinheng.catalogue.table.RuleColumn;
import org.xinheng.catalogue.table.RuleTableHead;

/** The two sheets of a rule workbook: the Drools decision table 措施 and its test cases 测试. */
final class RuleSheets {
    static final String RULES = RuleTableHead.RULES_SHEET;
    static final String TESTS = RuleTableHead.TESTS_SHEET;

    private static final List<RuleColumn> COLUMNS = List.of(RuleColumn.values());
    private static final Map<String, String> DESIGNATED = Map.of(MatterItem.AS_DESIGNATED, "决定所列的");

    static final WorkbookTemplate TEMPLATE =
            new WorkbookTemplate("措施表", List.of(rules(), SheetTemplate.of(TestSheet.SHEET)));

    private RuleSheets() {}

    private static SheetTemplate rules() {
        var columns = new ArrayList<ColumnTemplate>();
        for (RuleColumn column : COLUMNS) {
            columns.add(of(column));
        }
        return new SheetTemplate(
                RULES,
                technicalRows(),
                columns,
                List.of(RuleColumn.CODE.heading()),
                List.of(new DayOrder(RuleColumn.VALID_FROM.heading(), RuleColumn.VALID_TO.heading())));
    }

    private static List<List<String>> technicalRows() {
        var kinds = new ArrayList<String>();
        var patterns = new ArrayList<String>();
        var snippets = new ArrayList<String>();
        for (RuleColumn column : COLUMNS) {
            kinds.add(column.kind().name());
            patterns.add(column == RuleColumn.LIST_KIND ? RuleTableHead.PATTERN : "");
            snippets.add(column.snippet().orElse(""));
        }
        return List.of(
                padded(RuleTableHead.RULE_SET_KEYWORD, RuleTableHead.RULE_SET),
                padded(RuleTableHead.IMPORT_KEYWORD, RuleTableHead.IMPORT),
                padded(RuleTableHead.VARIABLES_KEYWORD, RuleTableHead.VARIABLES),
                padded(RuleTableHead.RULE_TABLE),
                kinds,
                patterns,
                snippets);
    }

    private static List<String> padded(String... texts) {
        var row = new ArrayList<>(Collections.nCopies(COLUMNS.size(), ""));
        for (int column = 0; column < texts.length; column++) {
            row.set(column, texts[column]);
        }
        return row;
    }

    /** Index of the first condition: the pattern is merged from there to {@link #lastCondition()}. */
    static int firstCondition() {
        return COLUMNS.indexOf(RuleColumn.LIST_KIND);
    }

    /** Index of the last condition. */
    static int lastCondition() {
        return COLUMNS.indexOf(RuleColumn.VALID_TO);
    }

    /** Row of the technical rows that holds the merged pattern, from 1. */
    static int patternRow() {
        return technicalRows().size() - 1;
    }

    private static ColumnTemplate of(RuleColumn column) {
        return switch (column) {
            case CODE ->
                rule(column, Contents.ownCode(Contents.CODE, "ZFCG-001"), 13, "行代码,全部工作簿中唯一,永不重用;跨版本按它比较。")
                        .must();
            case LIST_KIND ->
                codes(column, ref(Register.LIST_KIND), 11, "在哪种名单上(或者受哪种决定约束)。必填,多个用、分隔。")
                        .must();
            case GROUND -> codes(column, ref(Register.GROUND), 13, "因哪些事由列入;留空为任何事由。");
            case GRAVITY -> codes(column, Choices.GRAVITY, 11, "列入时认定的严重程度;留空为任何。");
            case SUBJECT_TYPE -> codes(column, Choices.SUBJECT_TYPE, 16, "办理事项的人(措施所及者)是组织还是自然人;留空为任何。");
            case ROLE ->
                codes(column, Choices.ROLE, 24, "必填。LISTED_SUBJECT 为名单主体本人;其余角色只及于列入记录中列明的责任人员,绝不从登记信息推断。")
                        .must();
            case LISTING_REGION -> codes(column, ref(Register.REGION), 11, "名单所在地区(含下级);留空为任何。");
            case MATTER_REGION -> codes(column, ref(Register.REGION), 11, "办理地区(含下级);只在地方性法规支撑时填写。");
            case MATTER -> codes(column, ref(Register.MATTER), 40, "办理什么事项;留空为任何。");
            case SECTOR ->
                codes(column, new Reference(Register.SECTOR, DESIGNATED), 18, "只限某一行业的填行业代码;AS_DESIGNATED 为决定所列的行业。");
            case ITEM ->
                codes(column, new Reference(Register.ITEM, DESIGNATED), 24, "只限某一许可、职业、职务的填代码;AS_DESIGNATED 为决定所列的。");
            case LEGALLY_REQUIRED_TENDER -> rule(column, Choices.YES_NO, 11, "只限依法必须招标项目填 YES;不限留空。");
            case GOVERNMENT_INVESTED -> rule(column, Choices.YES_NO, 11, "只限政府投资项目填 YES;不限留空。");
            case AGENCY_KIND -> codes(column, ref(Register.DEPARTMENT_KIND), 22, "由哪类部门实施;留空为该事项的任何办理部门。");
            case LEGAL_BASIS ->
                codes(column, ref(Register.LEGAL_BASIS), 22, "必填。惩戒至少引用一条能支撑该效力的法律、行政法规、司法解释或者党中央国务院政策文件。")
                        .must();
            case VALID_FROM -> rule(column, DAY, 13, "本行第一日(含),yyyy-MM-dd;不限留空。");
            case VALID_TO -> rule(column, DAY, 13, "本行最后一日(含),yyyy-MM-dd;不限留空。");
            case MEASURE_ITEM ->
                rule(
                        column,
                        new Reference(Register.MEASURE_ITEM, Map.of(MeasureItem.STATUTORY_OUTSIDE_LIST, "清单之外,条文直接规定")),
                        27,
                        "措施清单条目;条文直接规定而清单没有的填 STATUTORY_OUTSIDE_LIST。惩戒必填,激励留空。");
            case MEASURE -> rule(column, ref(Register.MEASURE), 11, "措施代码,必填。").must();
            case EFFECT ->
                rule(column, Choices.EFFECT, 13, "效力,必填。不得超过依据的效力上限;三类措施只能 ADVISE;激励只能 FACILITATE。")
                        .must();
            case TERM ->
                rule(
                                column,
                                new RowTerm(),
                                18,
                                "必填。AS_DECIDED 依决定;LIST_PERIOD 在列期间;FIXED 3 years 法定固定期限;UNTIL_PERFORMED 履行完毕为止;LIFE 终身。")
                        .must();
            case COUNTED_FROM -> rule(column, Choices.COUNTED_FROM, 17, "期限从哪一日起算;FIXED 必填。");
            case MEMORANDUM -> rule(column, ref(Register.MEMORANDUM), 16, "措施出自哪个备忘录;可留空。");
            case EXCLUDED_BY ->
                codes(
                        column,
                        new Reference(Register.LIST_KIND, Map.of(MeasureRule.ALL_BLACK, "全部黑名单")),
                        14,
                        "激励必填:在列哪些名单时不给激励,通常 ALL_BLACK;惩戒留空。");
            case LAST_CHECKED ->
                rule(column, WORDS, 60, "必填:本行读自哪一文本。不用英文引号、反斜杠和半角括号。").must();
        };
    }

    private static ColumnTemplate codes(RuleColumn column, Content<?> content, int width, String note) {
        return rule(column, content, width, note).many();
    }

    private static ColumnTemplate rule(RuleColumn column, Content<?> content, int width, String note) {
        return column(column.heading(), content, width, note).in(part(column));
    }

    private static ColumnPart part(RuleColumn column) {
        return switch (column.kind()) {
            case NAME, CONDITION -> ColumnPart.GIVEN;
            case ACTION -> ColumnPart.OUTCOME;
            case METADATA -> ColumnPart.SOURCE;
        };
    }
}
