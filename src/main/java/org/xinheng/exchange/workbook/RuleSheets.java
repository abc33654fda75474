package org.xinheng.exchange.workbook;

import static org.xinheng.exchange.workbook.ColumnTemplate.column;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.xinheng.catalogue.MatterItem;
import org.xinheng.catalogue.MeasureItem;
import org.xinheng.catalogue.MeasureRule;
import org.xinheng.catalogue.table.RuleColumn;
import org.xinheng.catalogue.table.RuleTableHead;
import org.xinheng.exchange.workbook.Content.Day;
import org.xinheng.exchange.workbook.Content.OwnCode;
import org.xinheng.exchange.workbook.Content.Reference;
import org.xinheng.exchange.workbook.Content.RowCodes;
import org.xinheng.exchange.workbook.Content.RowOutcomes;
import org.xinheng.exchange.workbook.Content.RowTerm;
import org.xinheng.exchange.workbook.Content.Words;

/** The two sheets of a rule workbook: the Drools decision table 措施 and its test cases 测试. */
final class RuleSheets {
    static final String RULES = "措施";
    static final String TESTS = "测试";

    private static final List<RuleColumn> COLUMNS = List.of(RuleColumn.values());
    private static final Day DAY = new Day();
    private static final Map<String, String> DESIGNATED = Map.of(MatterItem.AS_DESIGNATED, "决定所列的");

    static final WorkbookTemplate TEMPLATE = new WorkbookTemplate("措施表", List.of(rules(), tests()));

    private RuleSheets() {}

    private static SheetTemplate rules() {
        var columns = new ArrayList<ColumnTemplate>();
        for (RuleColumn column : COLUMNS) {
            columns.add(of(column));
        }
        return new SheetTemplate(RULES, technicalRows(), columns);
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
                rule(column, new OwnCode(Content.CODE, "ZFCG-001"), 13, "行代码,全部工作簿中唯一,永不重用;跨版本按它比较。")
                        .must();
            case LIST_KIND ->
                rule(column, ref(Register.LIST_KIND), 11, "在哪种名单上(或者受哪种决定约束)。必填,多个用、分隔。")
                        .must()
                        .many();
            case GROUND ->
                rule(column, ref(Register.GROUND), 13, "因哪些事由列入;留空为任何事由。").many();
            case GRAVITY ->
                rule(column, Choices.GRAVITY, 11, "列入时认定的严重程度;留空为任何。").many();
            case SUBJECT_TYPE ->
                rule(column, Choices.SUBJECT_TYPE, 16, "办理事项的人(措施所及者)是组织还是自然人;留空为任何。")
                        .many();
            case ROLE ->
                rule(column, Choices.ROLE, 24, "必填。LISTED_SUBJECT 为名单主体本人;其余角色只及于列入记录中列明的责任人员,绝不从登记信息推断。")
                        .must()
                        .many();
            case LISTING_REGION ->
                rule(column, ref(Register.REGION), 11, "名单所在地区(含下级);留空为任何。").many();
            case MATTER_REGION ->
                rule(column, ref(Register.REGION), 11, "办理地区(含下级);只在地方性法规支撑时填写。")
                        .many();
            case MATTER ->
                rule(column, ref(Register.MATTER), 40, "办理什么事项;留空为任何。").many();
            case SECTOR ->
                rule(column, new Reference(Register.SECTOR, DESIGNATED), 18, "只限某一行业的填行业代码;AS_DESIGNATED 为决定所列的行业。")
                        .many();
            case ITEM ->
                rule(column, new Reference(Register.ITEM, DESIGNATED), 24, "只限某一许可、职业、职务的填代码;AS_DESIGNATED 为决定所列的。")
                        .many();
            case LEGALLY_REQUIRED_TENDER -> rule(column, Choices.YES_NO, 11, "只限依法必须招标项目填 YES;不限留空。");
            case GOVERNMENT_INVESTED -> rule(column, Choices.YES_NO, 11, "只限政府投资项目填 YES;不限留空。");
            case AGENCY_KIND ->
                rule(column, ref(Register.DEPARTMENT_KIND), 22, "由哪类部门实施;留空为该事项的任何办理部门。")
                        .many();
            case LEGAL_BASIS ->
                rule(column, ref(Register.LEGAL_BASIS), 22, "必填。惩戒至少引用一条能支撑该效力的法律、行政法规、司法解释或者党中央国务院政策文件。")
                        .must()
                        .many();
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
                rule(
                                column,
                                new Reference(Register.LIST_KIND, Map.of(MeasureRule.ALL_BLACK, "全部黑名单")),
                                14,
                                "激励必填:在列哪些名单时不给激励,通常 ALL_BLACK;惩戒留空。")
                        .many();
            case LAST_CHECKED ->
                rule(column, new Words(), 60, "必填:本行读自哪一文本。不用英文引号、反斜杠和半角括号。").must();
        };
    }

    private static SheetTemplate tests() {
        return new SheetTemplate(
                TESTS,
                List.of(),
                List.of(
                        column("用例", new OwnCode(Content.CODE, "T-ZFCG-001"), 15, "用例代码,本工作簿中唯一。")
                                .must(),
                        column("说明", new Words(), 44, "这个用例说明什么。").must(),
                        column("主体类型", Choices.SUBJECT_TYPE, 16, "办理事项的人是组织还是自然人。")
                                .must(),
                        column("名单种类", ref(Register.LIST_KIND), 11, "在哪种名单上。").must(),
                        column("认定事由", ref(Register.GROUND), 13, "列入的事由。"),
                        column("严重程度", Choices.GRAVITY, 11, "列入时认定的严重程度。"),
                        column("责任人员角色", Choices.ROLE, 24, "办理事项的人在列入记录中的角色;留空为名单主体。"),
                        column("名单地区", ref(Register.REGION), 11, "留空为 420100。"),
                        column("文书日期", DAY, 13, "决定文书的日期。"),
                        column("列入日期", DAY, 13, "列入第一日。").must(),
                        column("到期日", DAY, 13, "在列最后一日;未定留空。"),
                        column("决定期限自", DAY, 13, "决定确定的期限第一日。"),
                        column("决定期限至", DAY, 13, "决定确定的期限最后一日。"),
                        column("刑满日", DAY, 13, "刑罚执行完毕之日。"),
                        column("引用依据", ref(Register.LEGAL_BASIS), 22, "决定引用的依据;决定、命令类必填。")
                                .many(),
                        column("决定行业", ref(Register.SECTOR), 18, "决定所列的行业。").many(),
                        column("决定细项", ref(Register.ITEM), 24, "决定所列的许可、职业、职务。").many(),
                        column("同时在列", ref(Register.LIST_KIND), 14, "同一主体同时在列的其他名单。")
                                .many(),
                        column("办理事项", ref(Register.MATTER), 40, "办理什么事项。").must(),
                        column("行业", ref(Register.SECTOR), 18, "办理事项的行业。"),
                        column("许可职业职务", ref(Register.ITEM), 24, "办理的许可、职业、职务。"),
                        column("依法必须招标", Choices.YES_NO, 11, "是否依法必须招标;未告知留空。"),
                        column("政府投资", Choices.YES_NO, 11, "是否政府投资;未告知留空。"),
                        column("办理地区", ref(Register.REGION), 11, "留空为 420100。"),
                        column("机构类别", ref(Register.DEPARTMENT_KIND), 22, "由哪类部门办理。")
                                .must(),
                        column("决策日", DAY, 13, "按哪一日判断。").must(),
                        column("期望适用", new RowCodes(), 24, "本工作簿中应当适用的行,一行不多、一行不少。")
                                .many(),
                        column(
                                        "期望保留",
                                        new RowOutcomes(Choices.WITHHELD, false),
                                        34,
                                        "应当保留未适用的行及理由,如 ZFCG-001=BASIS_UNVERIFIED。")
                                .many(),
                        column("期望截止", new RowOutcomes(Choices.ENDLESS, true), 30, "措施的最后一日,如 ZFCG-001=2027-04-30;可不填。")
                                .many()));
    }

    private static ColumnTemplate rule(RuleColumn column, Content content, int width, String note) {
        return column(column.heading(), content, width, note);
    }

    private static Reference ref(Register register) {
        return new Reference(register, Map.of());
    }
}
