package org.xinheng.decision;

import java.time.LocalDate;
import java.util.List;
import org.xinheng.kernel.SubjectType;

/**
 * Everything an evaluation knows: no clock, no database.
 *
 * @param nameInDoubt whether the subject was asked for under a name it never bore (design §6.12)
 * @param matter code of the matter (办理事项)
 * @param region GB/T 2260 code of the matter's region
 * @param agencyKind department kind of the agency that asks
 * @param asOf day the answer is for, Asia/Shanghai
 */
public record Inquiry(
        SubjectType subjectType,
        boolean nameInDoubt,
        String matter,
        MatterFacts facts,
        String region,
        String agencyKind,
        LocalDate asOf,
        List<ListingInQuestion> listings) {}
