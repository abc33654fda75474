package org.xinheng.catalogue;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.xinheng.kernel.EffectivePeriod;
import org.xinheng.law.TermLength;

/**
 * 修复规则: when a listing may be restored (信用修复) and when its publicity lapses by itself. An empty set means any;
 * of the rows that are in force and fit, the one that names most counts.
 *
 * @param restorable whether restoration is possible at all; where it is not, {@code conditions} says by which text
 * @param least shortest publicity before a restoration, null for at once
 * @param longest publicity ends by itself after it, null where none is set
 * @param countedFrom from which day both run
 * @param decideWithin working days for the decision, null where the order in force sets none that was read
 * @param conditions what the subject must have done, a sentence
 * @param documents what it hands in, a sentence
 * @param source the order that sets it
 * @param unpublished whether such a listing is in principle not published (原则上不予公示)
 * @param shareWithin working days within which other sites have the result, null where the order in force sets none that
 *     was read
 */
public record RestorationRule(
        String code,
        Set<String> listKinds,
        Set<String> grounds,
        Set<Gravity> gravities,
        boolean restorable,
        @Nullable TermLength least,
        @Nullable TermLength longest,
        CountedFrom countedFrom,
        @Nullable Integer decideWithin,
        String conditions,
        @Nullable String documents,
        String source,
        EffectivePeriod inForce,
        boolean verified,
        @Nullable String checkedIn,
        boolean unpublished,
        @Nullable Integer shareWithin) {

    /** Whether it speaks of such a listing. */
    public boolean fits(String listKind, @Nullable String ground, @Nullable Gravity gravity) {
        return (listKinds.isEmpty() || listKinds.contains(listKind))
                && (grounds.isEmpty() || (ground != null && grounds.contains(ground)))
                && (gravities.isEmpty() || (gravity != null && gravities.contains(gravity)));
    }

    /** How many of its conditions are filled. */
    public int precision() {
        return (grounds.isEmpty() ? 0 : 4) + (listKinds.isEmpty() ? 0 : 2) + (gravities.isEmpty() ? 0 : 1);
    }
}
