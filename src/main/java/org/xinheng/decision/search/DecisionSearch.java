package org.xinheng.decision.search;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xinheng.kernel.Identifier;

/**
 * What to look for; what is null is left open.
 *
 * @param subject decisions about the subject with this identifier, under any of its identifiers
 * @param measure applied or withheld
 * @param rowCode that fired, applied or withheld
 * @param legalBasis cited by a row that fired
 * @param touchedBy a listing that became known after the decision and was valid on its day
 * @param from first day of decision, Asia/Shanghai
 * @param to last day of decision
 */
public record DecisionSearch(
        @Nullable Identifier subject,
        @Nullable String measure,
        @Nullable String rowCode,
        @Nullable String legalBasis,
        @Nullable UUID touchedBy,
        @Nullable String agency,
        @Nullable String matter,
        @Nullable String outcome,
        @Nullable String caseNumber,
        @Nullable UUID release,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {}
