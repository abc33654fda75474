package org.xinheng.engine;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.xinheng.catalogue.Edition;
import org.xinheng.catalogue.ListForm;
import org.xinheng.catalogue.ListKind;
import org.xinheng.catalogue.ListScope;
import org.xinheng.catalogue.Matter;
import org.xinheng.catalogue.MeasureItem;
import org.xinheng.catalogue.MeasureRule;
import org.xinheng.catalogue.Polarity;
import org.xinheng.catalogue.Procedures;
import org.xinheng.catalogue.Region;
import org.xinheng.catalogue.Registers;
import org.xinheng.kernel.EffectivePeriod;
import org.xinheng.law.Effect;
import org.xinheng.law.InstrumentLevel;
import org.xinheng.law.LegalBasis;
import org.xinheng.law.TermLength;
import org.xinheng.release.Release;
import org.xinheng.release.ReleaseContent;

/** A small state with small registers: what the tests of the engine stand on. */
final class GivenLaw {
    private GivenLaw() {}

    static CompiledRuleBook bookOf(MeasureRule... rows) {
        return new RuleBookCompiler(2).compile(release(List.of(rows)));
    }

    static Release release(List<MeasureRule> rows) {
        return release(new ReleaseContent(registers(), rows, List.of()));
    }

    static Release release(ReleaseContent content) {
        return new Release(new UUID(0, 1), "made by a test", Instant.EPOCH, RuleBookCompiler.ENGINE_VERSION, content);
    }

    static Registers registers() {
        return new Registers(
                byCode(
                        LegalBasis::code,
                        article("ZFCGF-77", InstrumentLevel.LAW, Effect.PROHIBIT, "2003-01-01", null, true),
                        article("REPEALED-1", InstrumentLevel.LAW, Effect.PROHIBIT, "2003-01-01", "2025-12-31", true),
                        article("RESTRICT-1", InstrumentLevel.LAW, Effect.RESTRICT, "2003-01-01", null, true),
                        article("UNREAD-1", InstrumentLevel.LAW, Effect.PROHIBIT, "2003-01-01", null, false),
                        article(
                                "REGULATION-1",
                                InstrumentLevel.ADMINISTRATIVE_REGULATION,
                                Effect.PROHIBIT,
                                "2003-01-01",
                                null,
                                true),
                        article("RULE-1", InstrumentLevel.DEPARTMENTAL_RULE, Effect.PROHIBIT, "2003-01-01", null, true),
                        article(
                                "NOTICE-1",
                                InstrumentLevel.NORMATIVE_DOCUMENT,
                                Effect.PROHIBIT,
                                "2003-01-01",
                                null,
                                true),
                        article("HUBEI-1", InstrumentLevel.LOCAL_REGULATION, Effect.PROHIBIT, "2003-01-01", null, true),
                        article("REWARD-1", InstrumentLevel.NORMATIVE_DOCUMENT, null, null, null, true)),
                byCode(
                        ListKind::code,
                        kind("ZFCG", Polarity.BLACK, ListForm.LIST, ListScope.NATIONAL),
                        kind("NMGGZ", Polarity.BLACK, ListForm.LIST, ListScope.NATIONAL),
                        kind("SHZZ", Polarity.BLACK, ListForm.LIST, ListScope.LOCAL),
                        kind("JYYC", Polarity.ATTENTION, ListForm.LIST, ListScope.NATIONAL),
                        kind("TBJZ", Polarity.BLACK, ListForm.ORDER, ListScope.NATIONAL),
                        kind("AJNSR", Polarity.RED, ListForm.LIST, ListScope.NATIONAL)),
                Map.of(),
                byCode(Edition::code, edition("2022", "2022-12-28", "2024-02-17"), edition("2024", "2024-02-18", null)),
                byCode(
                        MeasureItem::code,
                        item("2022-01", "2022", 1),
                        item("2024-01", "2024", 1),
                        item("2024-13", "2024", 3)),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of(),
                byCode(Matter::code, matter("GOVERNMENT_PROCUREMENT_QUALIFICATION"), matter("TENDER_QUALIFICATION")),
                Map.of(),
                byCode(
                        Region::code,
                        new Region("100000", "全国", null),
                        new Region("420000", "湖北省", "100000"),
                        new Region("420100", "武汉市", "420000"),
                        new Region("430000", "湖南省", "100000"),
                        new Region("430100", "长沙市", "430000")),
                List.of(),
                Procedures.NONE);
    }

    private static LegalBasis article(
            String code,
            InstrumentLevel level,
            @Nullable Effect ceiling,
            @Nullable String from,
            @Nullable String to,
            boolean verified) {
        return new LegalBasis(
                code,
                level,
                code,
                null,
                "第一条",
                level == InstrumentLevel.LOCAL_REGULATION ? "420000" : null,
                ceiling,
                null,
                code.equals("ZFCGF-77") ? new TermLength(3, TermLength.Unit.YEARS) : null,
                new EffectivePeriod(day(from), day(to)),
                verified,
                null,
                null,
                null);
    }

    /** An objection suspends an entry of NMGGZ; SHZZ must have been read within a day. */
    private static ListKind kind(String code, Polarity polarity, ListForm form, ListScope scope) {
        return new ListKind(
                code,
                code,
                polarity,
                form,
                scope,
                Set.of(),
                List.of(),
                null,
                null,
                null,
                Set.of(),
                null,
                code.equals("NMGGZ"),
                code.equals("SHZZ") ? 24 : null,
                true,
                null,
                null,
                List.of(),
                null);
    }

    private static Edition edition(String code, String from, @Nullable String to) {
        return new Edition(code, code, null, new EffectivePeriod(day(from), day(to)), null, true, null);
    }

    private static MeasureItem item(String code, String edition, int measureClass) {
        return new MeasureItem(code, edition, measureClass, 1, code, true, null, null);
    }

    private static Matter matter(String code) {
        return new Matter(code, code, Set.of("FINANCE"), null, null);
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        return text == null ? null : LocalDate.parse(text);
    }

    @SafeVarargs
    private static <T> Map<String, T> byCode(Function<T, String> code, T... values) {
        Map<String, T> map = new LinkedHashMap<>();
        for (T value : values) {
            map.put(code.apply(value), value);
        }
        return map;
    }
}
