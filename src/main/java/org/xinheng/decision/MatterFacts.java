package org.xinheng.decision;

import org.jspecify.annotations.Nullable;

/**
 * What the agency says of the matter at hand; an absent fact is unknown, not false.
 *
 * @param sector 行业 code
 * @param item licence, occupation or post code
 * @param legallyRequiredTender whether the law requires this tender (招标投标法 3)
 * @param governmentInvested whether the project is invested by government
 */
public record MatterFacts(
        @Nullable String sector,
        @Nullable String item,
        @Nullable Boolean legallyRequiredTender,
        @Nullable Boolean governmentInvested) {
    /** Nothing said. */
    public static final MatterFacts NONE = new MatterFacts(null, null, null, null);
}
