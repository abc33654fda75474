package org.xinheng.catalogue;

import org.jspecify.annotations.Nullable;

/**
 * 异议期限: how soon an objection must be marked and answered in a region, in working days after it was filed. The
 * nearest region that has a row counts; where none has, no limit is known and the answer says so.
 *
 * @param markWithin working days until the entry is marked, 0 for at once
 * @param answerWithin working days until the answer
 * @param extendedTo working days at the most where the answer may be put off, null where it may not
 * @param source the text that sets the limit
 */
public record ObjectionTerm(
        String code,
        String region,
        int markWithin,
        int answerWithin,
        @Nullable Integer extendedTo,
        String source,
        boolean verified,
        @Nullable String checkedIn) {}
