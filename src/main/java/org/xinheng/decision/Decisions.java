package org.xinheng.decision;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xinheng.caller.Caller;
import org.xinheng.kernel.SubjectType;

/** Port: the decisions, kept for ever as they were answered. */
public interface Decisions {
    /**
     * A decision as it is kept.
     *
     * @param subjectLookup keyed hash of the identifier asked for
     * @param answer the body of the answer, byte for byte as it left
     */
    @SuppressWarnings("ArrayRecordComponent") // a carrier between rooms; never compared
    record Stored(
            UUID id,
            Instant decidedAt,
            LocalDate asOf,
            String department,
            String matter,
            SubjectType subjectType,
            @Nullable LocalDate feedbackDueOn,
            boolean projection,
            Decision.ReleaseCited release,
            long watermark,
            String engineVersion,
            byte[] subjectLookup,
            List<Line> lines,
            String answer,
            Trace trace) {
        /** The same with what an agency may be shown of its trace. */
        public Stored asAnswered() {
            return new Stored(
                    id,
                    decidedAt,
                    asOf,
                    department,
                    matter,
                    subjectType,
                    feedbackDueOn,
                    projection,
                    release,
                    watermark,
                    engineVersion,
                    subjectLookup,
                    lines,
                    answer,
                    trace.asAnswered());
        }

        /** A measure that applied, as feedback names it. */
        public record Line(String measure, UUID listing) {}
    }

    /** A line of a search result; no subject in it. */
    record Summary(
            UUID id,
            Instant decidedAt,
            LocalDate asOf,
            String agency,
            String matter,
            Outcome outcome,
            String caseNumber) {}

    /**
     * What to look for.
     *
     * @param department only this agency's, null for all
     * @param from first day of decision, Asia/Shanghai
     * @param to last day of decision
     * @param after id after which the page begins, newest first
     * @param size 1 to 200
     */
    record Query(
            @Nullable String department,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String matter,
            @Nullable Outcome outcome,
            @Nullable String caseNumber,
            @Nullable UUID after,
            int size) {}

    /**
     * A decision that was reached and is to be kept.
     *
     * @param watermark number of the last commit of listings that it saw
     * @param engineVersion version of the rule engine that evaluated it
     */
    record Reached(
            Decider.Decided decided, DecisionRequest request, Caller caller, long watermark, String engineVersion) {}

    /**
     * Appends decisions inside the running transaction and returns the bodies of their answers, in their order (A1): all
     * are kept or none.
     */
    List<String> append(List<Reached> reached);

    /** What was asked, with the identifier masked. */
    Optional<StoredQuestion> question(UUID id);

    /** A decision with all that deciding it again needs. */
    Optional<Replayable> replayable(UUID id);

    /**
     * The same for a stretch of decisions, in the order of their ids.
     *
     * @param after excluded
     * @param upTo included
     */
    List<Replayable> replayable(UUID after, UUID upTo);

    /**
     * Id of the decision so many further on, or of the last one before the end; empty where there is none.
     *
     * @param after excluded
     * @param before excluded
     */
    Optional<UUID> idFurtherOn(UUID after, UUID before, int decisions);

    /** A decision as it was answered. */
    Optional<Stored> find(UUID id);

    /** One page, newest first. */
    List<Summary> search(Query query);
}
