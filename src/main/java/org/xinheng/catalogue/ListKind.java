package org.xinheng.catalogue;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.xinheng.law.TermLength;

/**
 * A kind of list or order (名单种类), one row of the register 名单目录.
 *
 * @param code fixed code, {@code ZFCG}
 * @param authorityKinds department kinds that may determine an entry (认定部门)
 * @param legalBases articles that found the list itself
 * @param longest longest time an entry may stay, null where the decision fixes it
 * @param countedFrom from which day that runs, null where {@code longest} is
 * @param earliestExit shortest time before an early exit, null where none is set
 * @param openTermGrounds grounds whose term the law leaves open; {@code ALL} for every ground
 * @param exit conditions of removal, a sentence
 * @param objectionSuspends whether an open objection suspends by law; otherwise it only marks (R17)
 * @param stalenessHours how old the last reading of the list may be at the time of a decision, null for no limit
 * @param publicationBases articles by which entries are published (公示依据), empty for a list that is not
 * @param appraisal what it says of organisations (评价种类), null for a list that rests on an act
 */
public record ListKind(
        String code,
        String title,
        Polarity polarity,
        ListForm form,
        ListScope scope,
        Set<String> authorityKinds,
        List<String> legalBases,
        @Nullable TermLength longest,
        @Nullable CountedFrom countedFrom,
        @Nullable TermLength earliestExit,
        Set<String> openTermGrounds,
        @Nullable String exit,
        boolean objectionSuspends,
        @Nullable Integer stalenessHours,
        boolean verified,
        @Nullable LocalDate checkedOn,
        @Nullable String checkedIn,
        List<String> publicationBases,
        @Nullable Appraisal appraisal) {
    public ListKind {
        publicationBases = List.copyOf(publicationBases);
    }

    /** Whether the law leaves the end of an entry on this ground open. */
    public boolean leavesTermOpen(String ground) {
        return openTermGrounds.contains("ALL") || openTermGrounds.contains(ground);
    }
}
