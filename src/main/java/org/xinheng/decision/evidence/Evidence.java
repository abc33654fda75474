package org.xinheng.decision.evidence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xinheng.decision.AppliedMeasure;
import org.xinheng.decision.Decision;
import org.xinheng.decision.RuleOfLaw;
import org.xinheng.decision.StoredQuestion;
import org.xinheng.decision.UntilKind;
import org.xinheng.law.Effect;

/**
 * Everything that proves one decision (决策证据). The document for people and the one for machines hold the same facts,
 * those of this record.
 *
 * @param question as it was asked, the identifier masked
 * @param answer the body of the answer, byte for byte as it is kept
 * @param answerSha256 of these bytes, lower-case hex
 * @param howToVerify Chinese sentences
 */
public record Evidence(
        UUID decision,
        Instant producedAt,
        Reader producedFor,
        Instant decidedAt,
        LocalDate asOf,
        Named agency,
        Named matter,
        StoredQuestion question,
        String outcome,
        String prompt,
        Decision.ReleaseCited release,
        String engineVersion,
        long watermark,
        List<FiredRow> rows,
        List<ListingDocument> listings,
        LogProof log,
        List<String> howToVerify,
        String answerSha256,
        String answer) {

    /** Who had it produced, and for what. */
    public record Reader(
            String department,
            @Nullable String purpose,
            @Nullable String caseNumber) {}

    /** A code with its title. */
    public record Named(String code, String title) {}

    /**
     * A row that fired, as it stood in the workbook.
     *
     * @param result {@code APPLIED}, or the reason why it was withheld
     */
    public record FiredRow(
            String result,
            @Nullable RuleOfLaw heldBy,
            String measure,
            String title,
            @Nullable String measureItem,
            Effect effect,
            @Nullable LocalDate until,
            UntilKind untilKind,
            UUID listing,
            AppliedMeasure.Source source,
            List<Cell> cells,
            String lastChecked,
            List<AppliedMeasure.CitedBasis> legalBases,
            AppliedMeasure.@Nullable CitedMemorandum memorandum) {
        /** A filled condition cell. */
        public record Cell(String address, String heading, String wanted, String met) {}
    }

    /**
     * A listing with the document it rests on, as it was known to the decision. Free text that may name persons is not in
     * it.
     */
    public record ListingDocument(
            UUID id,
            Named listKind,
            String initiatingDepartment,
            String region,
            LocalDate listedOn,
            @Nullable LocalDate expiresOn,
            @Nullable String documentType,
            @Nullable String documentNumber,
            @Nullable LocalDate documentDate,
            @Nullable String issuedBy,
            @Nullable String ground,
            List<String> legalBases,
            long knownAt) {}

    /**
     * Where the record stands in the log.
     *
     * @param status {@code INTEGRATED}, or {@code PENDING} for a moment after the decision
     * @param receipt the signed promise that was handed out with the answer
     * @param position index of the leaf
     * @param leaf content of the leaf in Base64
     * @param path hashes in Base64 from the leaf to the root
     * @param checkpoint the signed checkpoint that the path leads to
     * @param verifierKeys keys that verify it
     */
    public record LogProof(
            String status,
            @Nullable String receipt,
            @Nullable Long position,
            @Nullable String leafHash,
            @Nullable String leaf,
            List<String> path,
            @Nullable String checkpoint,
            List<String> verifierKeys) {}
}
