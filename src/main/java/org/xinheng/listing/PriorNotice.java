package org.xinheng.listing;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xinheng.kernel.SubjectType;

/**
 * What a department told a subject before entering it on a list (列入前告知, R4): ground, articles and facts, and that it may
 * object. An objection holds the entry up until it has been answered.
 *
 * @param ground code of the list kind's ground
 * @param objections oldest first
 */
public record PriorNotice(
        UUID id,
        String department,
        String listKind,
        String region,
        @Nullable String ground,
        List<String> legalBases,
        SubjectType subjectType,
        LocalDate noticedOn,
        List<Objection> objections) {
    /**
     * What the subject objected (陈述申辩).
     *
     * @param filedBy department, or unified code of the organisation
     * @param answerBy last day for the answer, null where the region knows no limit
     * @param answer null while it waits
     */
    public record Objection(
            UUID id,
            LocalDate filedOn,
            String filedBy,
            @Nullable LocalDate answerBy,
            @Nullable Answer answer) {}

    /** The answer of the department. */
    public record Answer(Outcome outcome, LocalDate answeredOn, String reasons, String documentNumber) {}

    /** What came of it. */
    public enum Outcome {
        /** 采纳: no entry can rest on this notice. */
        UPHELD,
        /** 不采纳. */
        DISMISSED
    }

    /** How it stands. */
    public enum State {
        NOTICED,
        OBJECTED,
        WITHDRAWN,
        ANSWERED
    }

    /** How it stands. */
    public State state() {
        if (open() != null) {
            return State.OBJECTED;
        }
        if (objections.stream()
                .anyMatch(each -> each.answer() != null && each.answer().outcome() == Outcome.UPHELD)) {
            return State.WITHDRAWN;
        }
        return objections.isEmpty() ? State.NOTICED : State.ANSWERED;
    }

    /** The objection that waits for its answer, null where none does. */
    public @Nullable Objection open() {
        return objections.stream()
                .filter(each -> each.answer() == null)
                .findFirst()
                .orElse(null);
    }
}
