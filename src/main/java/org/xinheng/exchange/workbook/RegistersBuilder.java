package org.xinheng.exchange.workbook;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.xinheng.catalogue.Appraisal;
import org.xinheng.catalogue.CommitmentOutcome;
import org.xinheng.catalogue.CountedFrom;
import org.xinheng.catalogue.Department;
import org.xinheng.catalogue.DepartmentKind;
import org.xinheng.catalogue.Edition;
import org.xinheng.catalogue.Ground;
import org.xinheng.catalogue.ListForm;
import org.xinheng.catalogue.ListKind;
import org.xinheng.catalogue.ListScope;
import org.xinheng.catalogue.Matter;
import org.xinheng.catalogue.MatterItem;
import org.xinheng.catalogue.Measure;
import org.xinheng.catalogue.MeasureItem;
import org.xinheng.catalogue.Memorandum;
import org.xinheng.catalogue.Nature;
import org.xinheng.catalogue.Polarity;
import org.xinheng.catalogue.Region;
import org.xinheng.catalogue.RegisterText;
import org.xinheng.catalogue.Registers;
import org.xinheng.law.Effect;
import org.xinheng.law.InstrumentLevel;
import org.xinheng.law.LegalBasis;
import org.xinheng.law.TermLength;

/** Makes the typed registers of the rows whose cells were all understood. */
final class RegistersBuilder {
    private static final String CODE = "代码";
    private static final String TITLE = "名称";
    private static final String BASES = "法规依据";
    private static final String VERIFIED = "已核实";
    private static final String CHECKED_ON = "最后核对";
    private static final String CHECKED_IN = "核对出处";
    private static final String DOCUMENT_NUMBER = "文号";
    private static final String FROM = "施行日";
    private static final String TO = "失效日";

    private final Map<String, List<RowReading>> rows;

    /** @param rows by name of the sheet */
    RegistersBuilder(Map<String, List<RowReading>> rows) {
        this.rows = rows;
    }

    Registers build() {
        return new Registers(
                byCode("法规依据", CODE, RegistersBuilder::legalBasis),
                byCode("名单目录", CODE, RegistersBuilder::listKind),
                byCode("认定事由", CODE, RegistersBuilder::ground),
                byCode("清单版本", "版本", RegistersBuilder::edition),
                byCode("措施清单", CODE, RegistersBuilder::measureItem),
                byCode("措施", CODE, RegistersBuilder::measure),
                byCode("备忘录", CODE, RegistersBuilder::memorandum),
                byCode("部门类别", CODE, row -> new DepartmentKind(row.must(CODE), row.must(TITLE))),
                byCode("部门", CODE, RegistersBuilder::department),
                byCode("办理事项", CODE, RegistersBuilder::matter),
                byCode("事项细项", CODE, RegistersBuilder::matterItem),
                byCode("地区", CODE, row -> new Region(row.must(CODE), row.must(TITLE), row.text("上级"))),
                texts(),
                new ProceduresBuilder(rows).build());
    }

    private <T> Map<String, T> byCode(String sheet, String heading, Function<RowReading, T> build) {
        return byCode(rows, sheet, heading, build);
    }

    static <T> Map<String, T> byCode(
            Map<String, List<RowReading>> rows, String sheet, String heading, Function<RowReading, T> build) {
        var entries = new LinkedHashMap<String, T>();
        for (RowReading row : rows.getOrDefault(sheet, List.of())) {
            if (row.broken().isEmpty()) {
                entries.put(row.must(heading), build.apply(row));
            }
        }
        return Collections.unmodifiableMap(entries);
    }

    private static LegalBasis legalBasis(RowReading row) {
        return new LegalBasis(
                row.must(CODE),
                InstrumentLevel.titled(row.must("层级")).orElseThrow(),
                row.must(TITLE),
                row.text(DOCUMENT_NUMBER),
                row.must("条款"),
                row.text("适用地区"),
                row.maybe("效力上限", Effect::valueOf),
                term(row, "最短期限"),
                term(row, "最长期限"),
                row.period(FROM, TO),
                row.yes(VERIFIED),
                row.day(CHECKED_ON),
                row.text(CHECKED_IN),
                row.text("内容摘要"));
    }

    private static ListKind listKind(RowReading row) {
        return new ListKind(
                row.must(CODE),
                row.must(TITLE),
                Polarity.valueOf(row.must("极性")),
                ListForm.valueOf(row.must("形式")),
                ListScope.valueOf(row.must("范围")),
                row.set("认定部门类别"),
                row.list(BASES),
                term(row, "最长期限"),
                row.maybe("期限起算", CountedFrom::valueOf),
                term(row, "最早移出"),
                row.set("无固定期限事由"),
                row.text("移出条件"),
                row.yes("异议期间暂停"),
                whole(row, "陈旧上限小时"),
                row.yes(VERIFIED),
                row.day(CHECKED_ON),
                row.text(CHECKED_IN),
                row.list("公示依据"),
                row.maybe("评价种类", Appraisal::valueOf));
    }

    private static Ground ground(RowReading row) {
        return new Ground(
                row.must(CODE),
                row.must("名单种类"),
                row.must(TITLE),
                row.list(BASES),
                row.yes(VERIFIED),
                row.text(CHECKED_IN),
                row.maybe("承诺结果", CommitmentOutcome::valueOf));
    }

    private static Edition edition(RowReading row) {
        return new Edition(
                row.must("版本"),
                row.must(TITLE),
                row.text(DOCUMENT_NUMBER),
                row.period(FROM, TO),
                row.text("说明"),
                row.yes(VERIFIED),
                row.text(CHECKED_IN));
    }

    private static MeasureItem measureItem(RowReading row) {
        return new MeasureItem(
                row.must(CODE),
                row.must("版本"),
                Integer.parseInt(row.must("类别")),
                Integer.parseInt(row.must("序号")),
                row.must(TITLE),
                row.yes(VERIFIED),
                row.day(CHECKED_ON),
                row.text(CHECKED_IN));
    }

    private static Measure measure(RowReading row) {
        return new Measure(row.must(CODE), row.must(TITLE), Nature.valueOf(row.must("性质")), row.must("提示语"));
    }

    private static Memorandum memorandum(RowReading row) {
        return new Memorandum(
                row.must(CODE),
                row.must(TITLE),
                row.must("性质"),
                row.text("发起部门"),
                row.text(DOCUMENT_NUMBER),
                row.text("年份"),
                whole(row, "签署单位数"),
                row.text("状态"),
                row.yes(VERIFIED),
                row.text(CHECKED_IN));
    }

    private static Department department(RowReading row) {
        return new Department(row.must(CODE), row.must(TITLE), row.must("类别"), row.must("地区"));
    }

    private static Matter matter(RowReading row) {
        return new Matter(row.must(CODE), row.must(TITLE), row.set("可办理部门类别"), whole(row, "反馈期限日"), row.text("说明"));
    }

    private static MatterItem matterItem(RowReading row) {
        return new MatterItem(
                row.must(CODE), MatterItem.Kind.valueOf(row.must("类型")), row.must(TITLE), row.set("适用事项"));
    }

    private List<RegisterText> texts() {
        var texts = new ArrayList<RegisterText>();
        for (RowReading row : rows.getOrDefault("文本", List.of())) {
            if (row.broken().isEmpty()) {
                texts.add(new RegisterText(row.must(CODE), row.must("类别"), row.must("中文"), row.must("英文")));
            }
        }
        return List.copyOf(texts);
    }

    static @Nullable TermLength term(RowReading row, String heading) {
        return row.maybe(
                heading,
                written -> Objects.requireNonNull(TermLength.parse(written).orElse(null), "a term was checked before"));
    }

    static @Nullable Integer whole(RowReading row, String heading) {
        return row.maybe(heading, Integer::valueOf);
    }
}
