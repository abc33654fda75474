package org.xinheng.exchange.workbook;

import static java.util.Objects.requireNonNullElse;
import static org.xinheng.catalogue.register.ColumnTemplate.column;
import static org.xinheng.catalogue.register.Contents.DAY;
import static org.xinheng.catalogue.register.Contents.WORDS;
import static org.xinheng.catalogue.register.Contents.ref;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xinheng.catalogue.TargetRole;
import org.xinheng.catalogue.register.Choices;
import org.xinheng.catalogue.register.Contents;
import org.xinheng.catalogue.register.Register;
import org.xinheng.catalogue.register.Sheet;
import org.xinheng.catalogue.table.RuleTableHead;
import org.xinheng.kernel.EffectivePeriod;
import org.xinheng.release.TableTest;

/** The sheet 测试: the cases of a rule workbook. */
final class TestSheet {
    /** Where a case happens when it does not say: Wuhan. */
    private static final String REGION = "420100";

    private static final String LISTED_ON = "列入日期";
    private static final String EXPIRES_ON = "到期日";

    static final Sheet<TableTest> SHEET = Sheet.of(
                    RuleTableHead.TESTS_SHEET,
                    row -> new TableTest(
                            row.must("用例", Contents.ownCode(Contents.CODE, "T-ZFCG-001"), 15, "用例代码,本工作簿中唯一。"),
                            row.must("说明", WORDS, 44, "这个用例说明什么。"),
                            row.must("主体类型", Choices.SUBJECT_TYPE, 16, "办理事项的人是组织还是自然人。"),
                            row.must("名单种类", ref(Register.LIST_KIND), 11, "在哪种名单上。"),
                            row.maybe("认定事由", ref(Register.GROUND), 13, "列入的事由。"),
                            row.maybe("严重程度", Choices.GRAVITY, 11, "列入时认定的严重程度。"),
                            requireNonNullElse(
                                    row.maybe("责任人员角色", Choices.ROLE, 24, "办理事项的人在列入记录中的角色;留空为名单主体。"),
                                    TargetRole.LISTED_SUBJECT),
                            requireNonNullElse(row.maybe("名单地区", ref(Register.REGION), 11, "留空为 420100。"), REGION),
                            row.maybe("文书日期", DAY, 13, "决定文书的日期。"),
                            row.must(LISTED_ON, DAY, 13, "列入第一日。"),
                            row.maybe(EXPIRES_ON, DAY, 13, "在列最后一日;未定留空。"),
                            orNone(row.period(
                                    column("决定期限自", DAY, 13, "决定确定的期限第一日。"), column("决定期限至", DAY, 13, "决定确定的期限最后一日。"))),
                            row.maybe("刑满日", DAY, 13, "刑罚执行完毕之日。"),
                            row.set("引用依据", ref(Register.LEGAL_BASIS), 22, "决定引用的依据;决定、命令类必填。"),
                            row.set("决定行业", ref(Register.SECTOR), 18, "决定所列的行业。"),
                            row.set("决定细项", ref(Register.ITEM), 24, "决定所列的许可、职业、职务。"),
                            row.set("同时在列", ref(Register.LIST_KIND), 14, "同一主体同时在列的其他名单。"),
                            row.must("办理事项", ref(Register.MATTER), 40, "办理什么事项。"),
                            row.maybe("行业", ref(Register.SECTOR), 18, "办理事项的行业。"),
                            row.maybe("许可职业职务", ref(Register.ITEM), 24, "办理的许可、职业、职务。"),
                            row.maybe("依法必须招标", Choices.YES_NO, 11, "是否依法必须招标;未告知留空。"),
                            row.maybe("政府投资", Choices.YES_NO, 11, "是否政府投资;未告知留空。"),
                            requireNonNullElse(row.maybe("办理地区", ref(Register.REGION), 11, "留空为 420100。"), REGION),
                            row.must("机构类别", ref(Register.DEPARTMENT_KIND), 22, "由哪类部门办理。"),
                            row.must("决策日", DAY, 13, "按哪一日判断。"),
                            row.set("期望适用", RowContent.CODES, 24, "本工作簿中应当适用的行,一行不多、一行不少。"),
                            pairs(row.list(
                                    "期望保留",
                                    new RowContent.Outcomes(Choices.WITHHELD, false),
                                    34,
                                    "应当保留未适用的行及理由,如 ZFCG-001=BASIS_UNVERIFIED。")),
                            pairs(row.list(
                                    "期望截止",
                                    new RowContent.Outcomes(Choices.ENDLESS, true),
                                    30,
                                    "措施的最后一日,如 ZFCG-001=2027-04-30;可不填。")),
                            row.source()))
            .ordered(LISTED_ON, EXPIRES_ON);

    private TestSheet() {}

    private static @Nullable EffectivePeriod orNone(EffectivePeriod term) {
        return term.from() == null && term.to() == null ? null : term;
    }

    private static Map<String, String> pairs(List<Map.Entry<String, String>> outcomes) {
        var pairs = new LinkedHashMap<String, String>();
        outcomes.forEach(outcome -> pairs.put(outcome.getKey(), outcome.getValue()));
        return Collections.unmodifiableMap(pairs);
    }
}
