package org.xinheng.remedy;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An objection (异议) to an entry, filed by the subject or for it. It marks every answer at once and is answered within
 * the limit of the region; an upheld one takes the entry off the list at once, since an entry itself never changes: what
 * was right in it is entered anew.
 *
 * @param filedOn day it was filed, Asia/Shanghai
 * @param filedBy department, or identifier of the organisation, whose key filed it
 * @param limit the limit that holds, null where the registers know none for the region
 * @param extension putting off the answer, null where it was not put off
 * @param answer null while it is open
 */
public record Objection(
        UUID id,
        UUID listingId,
        LocalDate filedOn,
        String filedBy,
        @Nullable Limit limit,
        @Nullable Extension extension,
        @Nullable Answer answer) {
    /**
     * The limit of the region.
     *
     * @param term code of the register 异议期限
     * @param markBy last day for the mark
     * @param answerBy last day for the answer
     * @param extendableTo last day where the answer is put off, null where it may not be
     * @param calendarKnown false where the holidays of a year in question are not announced yet
     */
    public record Limit(
            String term,
            LocalDate markBy,
            LocalDate answerBy,
            @Nullable LocalDate extendableTo,
            boolean calendarKnown) {}

    /** The answer was put off (延长答复期限). */
    public record Extension(LocalDate extendedOn, String reason) {}

    /**
     * The answer to it.
     *
     * @param reasons encrypted where they are kept since they may name persons; empty where they were erased
     */
    public record Answer(Outcome outcome, LocalDate answeredOn, String reasons, String documentNumber) {}

    /** What the answer says. */
    public enum Outcome {
        /** 异议成立. */
        UPHELD,
        /** 异议不成立. */
        DISMISSED
    }

    /** Last day for the answer, null where no limit is known. */
    public @Nullable LocalDate dueOn() {
        if (limit == null) {
            return null;
        }
        return extension == null || limit.extendableTo() == null ? limit.answerBy() : limit.extendableTo();
    }

    /** Whether the answer is late on a day, or came late. */
    public boolean lateOn(LocalDate day) {
        LocalDate due = dueOn();
        LocalDate until = answer == null ? day : answer.answeredOn();
        return due != null && until.isAfter(due);
    }
}
