package org.xinheng.law;

import java.time.LocalDate;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.xinheng.kernel.EffectivePeriod;

/**
 * One article of one instrument (法规依据), as policy staff keep it in the register.
 *
 * @param code pinyin initials and article, {@code ZFCGF-77}; never reused
 * @param level rank of the instrument
 * @param title name of the instrument, without title marks
 * @param documentNumber 文号, or null where laws have none
 * @param article as printed, {@code 第七十七条}
 * @param region GB/T 2260 code of a local regulation's region, null for the whole country
 * @param ceiling strongest effect the article can carry, null where it carries no punishment
 * @param least shortest term the article sets, null where it states none
 * @param longest longest term the article sets, null where it states none
 * @param inForce days on which this text is in force; an unknown first day is open
 * @param verified whether somebody has read the article and says so in {@code checkedIn}
 * @param checkedOn day of that reading
 * @param checkedIn where it was read
 * @param gist what it says, in a sentence
 */
public record LegalBasis(
        String code,
        InstrumentLevel level,
        String title,
        @Nullable String documentNumber,
        String article,
        @Nullable String region,
        @Nullable Effect ceiling,
        @Nullable TermLength least,
        @Nullable TermLength longest,
        EffectivePeriod inForce,
        boolean verified,
        @Nullable LocalDate checkedOn,
        @Nullable String checkedIn,
        @Nullable String gist) {

    /**
     * Whether this article is able to carry a punishment of the given effect (L1, L2), dates left aside: its level may,
     * it is not local or its region is the matter's or above it, and its ceiling is not lower.
     *
     * @param regions the matter's region and all its ancestors
     */
    public boolean canCarry(Effect effect, Collection<String> regions) {
        return level.carriesMeasures()
                && (level != InstrumentLevel.LOCAL_REGULATION || (region != null && regions.contains(region)))
                && ceiling != null
                && !effect.heavierThan(ceiling);
    }
}
