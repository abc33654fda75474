package org.xinheng.exchange.workbook;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.xinheng.catalogue.Gravity;
import org.xinheng.catalogue.TargetRole;
import org.xinheng.kernel.EffectivePeriod;
import org.xinheng.kernel.SubjectType;
import org.xinheng.release.TableTest;

/** Makes the typed case of a row of the sheet 测试 whose cells were all understood. */
final class TableTestBuilder {
    /** Where a case happens when it does not say: Wuhan. */
    private static final String REGION = "420100";

    private TableTestBuilder() {}

    static TableTest build(RowReading row) {
        return new TableTest(
                row.must("用例"),
                row.must("说明"),
                SubjectType.valueOf(row.must("主体类型")),
                row.must("名单种类"),
                row.text("认定事由"),
                row.maybe("严重程度", Gravity::valueOf),
                Objects.requireNonNullElse(row.maybe("责任人员角色", TargetRole::valueOf), TargetRole.LISTED_SUBJECT),
                Objects.requireNonNullElse(row.text("名单地区"), REGION),
                row.day("文书日期"),
                Objects.requireNonNull(row.day("列入日期")),
                row.day("到期日"),
                decidedTerm(row),
                row.day("刑满日"),
                row.set("引用依据"),
                row.set("决定行业"),
                row.set("决定细项"),
                row.set("同时在列"),
                row.must("办理事项"),
                row.text("行业"),
                row.text("许可职业职务"),
                row.yesOrNo("依法必须招标"),
                row.yesOrNo("政府投资"),
                Objects.requireNonNullElse(row.text("办理地区"), REGION),
                row.must("机构类别"),
                Objects.requireNonNull(row.day("决策日")),
                row.set("期望适用"),
                row.pairs("期望保留"),
                row.pairs("期望截止"),
                row.source());
    }

    private static @Nullable EffectivePeriod decidedTerm(RowReading row) {
        EffectivePeriod term = row.period("决定期限自", "决定期限至");
        return term.from() == null && term.to() == null ? null : term;
    }
}
