package org.xinheng.decision.explain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.xinheng.catalogue.ListKind;
import org.xinheng.catalogue.MeasureRule;
import org.xinheng.decision.AppliedMeasure;
import org.xinheng.decision.Trace;
import org.xinheng.decision.UntilKind;
import org.xinheng.law.TermLength;
import org.xinheng.release.ReleaseContent;

/**
 * What would lift a measure that applied (怎样解除): by the terms of the listing and the registers of the recorded release.
 *
 * @param lapsesOn first day without effect, null where no day is known
 * @param lapse how its end is told
 * @param restorationPossibleFrom first day on which an early exit may be applied for, null where the register sets none
 * @param restorationLifts whether a credit restoration lifts it; a term or life ban by statute runs on
 * @param conditions of removal, as the designation or else the register states them
 * @param words all of it, in Chinese
 */
public record WayOut(
        @Nullable LocalDate lapsesOn,
        UntilKind lapse,
        @Nullable LocalDate restorationPossibleFrom,
        boolean restorationLifts,
        @Nullable String conditions,
        String words) {

    /** The way out of one measure, null for a reward and where the recorded release no longer has its row. */
    public static @Nullable WayOut of(Trace.Fired fired, Trace.FactsOfListing listing, ReleaseContent content) {
        AppliedMeasure measure = fired.measure();
        MeasureRule rule = content.rules().stream()
                .filter(each -> each.code().equals(measure.source().rowCode()))
                .findFirst()
                .orElse(null);
        if (fired.withheld() != null || rule == null || rule.reward()) {
            return null;
        }
        ListKind kind = content.registers().listKinds().get(listing.listKind());
        boolean lifts = !rule.term().outlivesRestoration();
        TermLength earliest = kind == null ? null : kind.earliestExit();
        LocalDate from = earliest == null
                ? null
                : earliest.lastDayFrom(listing.listedOn())
                        .map(day -> day.plusDays(1))
                        .orElse(null);
        LocalDate until = measure.until();
        LocalDate lapsesOn = until == null ? null : until.plusDays(1);
        String stated = listing.terms() == null ? null : listing.terms().removalConditions();
        String conditions = stated != null ? stated : kind == null ? null : kind.exit();
        return new WayOut(
                lapsesOn,
                measure.untilKind(),
                from,
                lifts,
                conditions,
                words(measure, lapsesOn, from, lifts, conditions));
    }

    private static String words(
            AppliedMeasure measure,
            @Nullable LocalDate lapsesOn,
            @Nullable LocalDate from,
            boolean lifts,
            @Nullable String conditions) {
        String lapse = switch (measure.untilKind()) {
            case DATE -> "自" + lapsesOn + "起自动失效";
            case LIFE -> "终身有效，不因期满失效";
            case UNTIL_PERFORMED -> "至义务履行完毕或者移出名单时失效";
        };
        String restoration =
                !lifts ? "；法律规定的期限不因信用修复缩短" : from == null ? "；信用修复的最早日期，名单目录未作规定" : "；自" + from + "起可以申请信用修复";
        String exit = conditions == null ? "" : "；移出条件：" + conditions.replaceAll("[。;；]+$", "");
        return lapse + restoration + exit + "。";
    }
}
