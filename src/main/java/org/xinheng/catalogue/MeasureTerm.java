package org.xinheng.catalogue;

import org.jspecify.annotations.Nullable;
import org.xinheng.law.TermLength;

/**
 * How long a measure lasts by its row (期限).
 *
 * @param kind who or what fixes the end
 * @param length present for {@link Kind#FIXED} only
 * @param countedFrom present where a row says so; required for {@link Kind#FIXED}
 */
public record MeasureTerm(
        Kind kind, @Nullable TermLength length, @Nullable CountedFrom countedFrom) {
    /** Who fixes the end of a measure. */
    public enum Kind {
        /** 依决定: the decision fixed a term inside the legal range. */
        AS_DECIDED,
        /** 列入期间: as long as the listing. */
        LIST_PERIOD,
        /** 法定期限: the article itself sets the term. */
        FIXED,
        /** 履行为止: until the duty is performed. */
        UNTIL_PERFORMED,
        /** 终身: the article bars for life. */
        LIFE
    }

    /**
     * Whether the measure outlives a credit restoration: a term or life ban that a statute or a decision under it set
     * runs on (信用修复管理办法, 发改委令36号; domain §1.6).
     */
    public boolean outlivesRestoration() {
        return kind == Kind.FIXED || kind == Kind.LIFE || kind == Kind.AS_DECIDED;
    }
}
