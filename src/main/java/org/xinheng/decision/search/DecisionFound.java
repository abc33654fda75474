package org.xinheng.decision.search;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** A decision as a search finds it; nothing in it identifies the subject. */
public record DecisionFound(
        UUID id,
        Instant decidedAt,
        LocalDate asOf,
        String agency,
        String matter,
        String region,
        String outcome,
        String caseNumber,
        UUID release,
        List<String> measures,
        List<String> withheldMeasures,
        List<String> rows,
        List<String> withheldRows,
        List<String> legalBases) {}
