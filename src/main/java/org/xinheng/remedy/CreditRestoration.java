package org.xinheng.remedy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An application to restore credit (信用修复): publicity, sharing and every measure that the law lets it lift end together
 * on one day; a term or life ban that a statute has set runs on.
 *
 * @param appliedOn day of the application, Asia/Shanghai
 * @param appliedBy department, or identifier of the organisation, whose key applied
 * @param rule code of the rule of the register 修复规则 that was in force
 * @param performedOn day on which the duties were fully performed
 * @param documents titles of what was handed in
 * @param decideBy last day for the decision, null where the order in force sets none that was read
 * @param decision null while it is open
 */
public record CreditRestoration(
        UUID id,
        UUID listingId,
        LocalDate appliedOn,
        String appliedBy,
        String rule,
        LocalDate performedOn,
        List<String> documents,
        @Nullable LocalDate decideBy,
        @Nullable Decided decision) {
    public CreditRestoration {
        documents = List.copyOf(documents);
    }

    /** Whether the decision is late on a day, or came late; never so where the order in force sets no limit. */
    public boolean lateOn(LocalDate day) {
        LocalDate until = decision == null ? day : decision.decidedOn();
        return decideBy != null && until.isAfter(decideBy);
    }

    /**
     * The decision on it.
     *
     * @param effectiveOn first day without effect of what it lifts, null where it was not granted
     * @param reason encrypted where it is kept since it may name persons; empty where it was erased
     */
    public record Decided(
            boolean granted,
            LocalDate decidedOn,
            @Nullable LocalDate effectiveOn,
            String reason,
            String documentNumber) {}
}
