package org.xinheng.listing;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.xinheng.kernel.ErrorCode;
import org.xinheng.kernel.Fault;

/**
 * Entries that a department may not make now: an objection to the prior notice waits for its answer, or was upheld and no
 * notice has been given anew.
 *
 * @param blocks mostly none
 */
public record NoticeBlocks(Map<About, Block> blocks) {
    /**
     * Whom entries on a list would be about.
     *
     * @param lookup keyed hash of the subject's identifier, lower-case hex
     */
    public record About(String listKind, String lookup) {}

    /**
     * What is in the way.
     *
     * @param waiting whether an objection waits for its answer, which is in the way of all
     * @param withdrawnOn day of the newest notice whose objection was upheld, null where none was
     * @param anew days of the notices given after that one: an entry has to rest on one of them
     */
    public record Block(boolean waiting, @Nullable LocalDate withdrawnOn, Set<LocalDate> anew) {
        /** What speaks against an entry that rests on a notice of this day. */
        public Optional<Fault> against(String listKind, @Nullable LocalDate priorNoticeOn) {
            if (waiting) {
                return Optional.of(Fault.at("/designation/priorNoticeOn", ErrorCode.PRIOR_NOTICE_OBJECTED, listKind));
            }
            if (withdrawnOn == null || (priorNoticeOn != null && anew.contains(priorNoticeOn))) {
                return Optional.empty();
            }
            return Optional.of(
                    Fault.at("/designation/priorNoticeOn", ErrorCode.PRIOR_NOTICE_WITHDRAWN, withdrawnOn.toString()));
        }
    }
}
