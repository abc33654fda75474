package org.xinheng.listing;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.xinheng.kernel.ErrorCode;
import org.xinheng.kernel.Fault;

/**
 * Entries that a department may not make now: an objection to the prior notice waits for its answer, or was upheld.
 *
 * @param blocks mostly none
 */
public record NoticeBlocks(Set<Block> blocks) {
    /**
     * One notice in the way.
     *
     * @param lookup keyed hash of the subject's identifier, lower-case hex
     * @param noticedOn an upheld objection is in the way of entries that rest on the notice of this day; null where one
     *     waits, which is in the way of all
     */
    public record Block(
            String listKind, String lookup, @Nullable LocalDate noticedOn) {}

    /** What is in the way of an entry. */
    public Optional<Fault> against(String listKind, String lookup, @Nullable LocalDate priorNoticeOn) {
        if (blocks.contains(new Block(listKind, lookup, null))) {
            return Optional.of(Fault.at("/designation/priorNoticeOn", ErrorCode.PRIOR_NOTICE_OBJECTED, listKind));
        }
        if (priorNoticeOn == null || !blocks.contains(new Block(listKind, lookup, priorNoticeOn))) {
            return Optional.empty();
        }
        return Optional.of(
                Fault.at("/designation/priorNoticeOn", ErrorCode.PRIOR_NOTICE_WITHDRAWN, priorNoticeOn.toString()));
    }
}
