package org.xinheng.decision;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xinheng.catalogue.Nature;
import org.xinheng.law.Effect;

/**
 * A measure that applies (适用措施), with its legal basis: one line for each listing that gives it (design §6.9).
 *
 * @param measureItem item of the measure list, {@code STATUTORY_OUTSIDE_LIST}, or null for a reward
 * @param measureClass 1, 2 or 3; null for a reward and outside the list
 * @param until last day, null only for life and until performed
 * @param legalBases the cited articles in force on the day
 */
public record AppliedMeasure(
        @Nullable String measureItem,
        String measure,
        String title,
        Nature nature,
        @Nullable Integer measureClass,
        Effect effect,
        @Nullable LocalDate until,
        UntilKind untilKind,
        boolean objectionOpen,
        List<CitedBasis> legalBases,
        @Nullable CitedMemorandum memorandum,
        CitedListing listing,
        Source source) {

    /** An article as cited in an answer. */
    public record CitedBasis(
            String code,
            String level,
            String title,
            String article,
            @Nullable String documentNumber,
            @Nullable LocalDate inForceFrom,
            @Nullable LocalDate inForceTo,
            boolean verified) {}

    /** The memorandum a measure comes from; never its basis. */
    public record CitedMemorandum(
            String code, String title, @Nullable String documentNumber) {}

    /** The listing that gives the measure. */
    public record CitedListing(
            UUID id,
            String listKind,
            String initiatingDepartment,
            @Nullable String documentNumber,
            LocalDate listedOn,
            @Nullable LocalDate expiresOn) {}

    /** The row of the decision table that gave it. */
    public record Source(String workbook, String sheet, int row, String rowCode) {}
}
