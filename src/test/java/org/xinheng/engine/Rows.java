package org.xinheng.engine;

import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.xinheng.catalogue.CountedFrom;
import org.xinheng.catalogue.Gravity;
import org.xinheng.catalogue.MeasureRule;
import org.xinheng.catalogue.MeasureTerm;
import org.xinheng.catalogue.TargetRole;
import org.xinheng.catalogue.table.SourceRow;
import org.xinheng.kernel.EffectivePeriod;
import org.xinheng.kernel.SubjectType;
import org.xinheng.law.Effect;

/** Builds rows for tests: every condition blank unless said. */
final class Rows {
    final String code;
    Set<String> listKinds = Set.of("ZFCG");
    Set<String> grounds = Set.of();
    Set<Gravity> gravities = Set.of();
    Set<SubjectType> subjectTypes = Set.of();
    Set<TargetRole> roles = Set.of(TargetRole.LISTED_SUBJECT);
    Set<String> listingRegions = Set.of();
    Set<String> matterRegions = Set.of();
    Set<String> matters = Set.of();
    Set<String> sectors = Set.of();
    Set<String> items = Set.of();

    @Nullable
    Boolean legallyRequiredTender;

    @Nullable
    Boolean governmentInvested;

    Set<String> agencyKinds = Set.of();
    List<String> legalBases = List.of("ZFCGF-77");
    EffectivePeriod validity = EffectivePeriod.ALWAYS;

    @Nullable
    String measureItem = "2024-01";

    Effect effect = Effect.PROHIBIT;
    MeasureTerm term = new MeasureTerm(MeasureTerm.Kind.LIST_PERIOD, null, null);
    Set<String> excludedBy = Set.of();

    private Rows(String code) {
        this.code = code;
    }

    static MeasureRule row(String code, UnaryOperator<Rows> with) {
        return with.apply(new Rows(code)).build();
    }

    /** A reward on the red list AJNSR, held back by every black list. */
    static MeasureRule reward(String code, UnaryOperator<Rows> with) {
        return row(code, r -> {
            r.listKinds = Set.of("AJNSR");
            r.effect = Effect.FACILITATE;
            r.measureItem = null;
            r.excludedBy = Set.of(MeasureRule.ALL_BLACK);
            return with.apply(r);
        });
    }

    static MeasureTerm term(MeasureTerm.Kind kind) {
        return new MeasureTerm(kind, null, kind == MeasureTerm.Kind.FIXED ? CountedFrom.DOCUMENT_DATE : null);
    }

    private MeasureRule build() {
        return new MeasureRule(
                code,
                listKinds,
                grounds,
                gravities,
                subjectTypes,
                roles,
                listingRegions,
                matterRegions,
                matters,
                sectors,
                items,
                legallyRequiredTender,
                governmentInvested,
                agencyKinds,
                legalBases,
                validity,
                measureItem,
                "ZF-01",
                effect,
                term,
                null,
                excludedBy,
                "政府采购法2014年修正第七十七条（read 2026-11-22）, [mem] none",
                new SourceRow("memoranda/made-by-a-test.xlsx", "措施", 9),
                List.of());
    }
}
