package org.xinheng.decision.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.xinheng.audit.Appended;
import org.xinheng.audit.AuditEntry;
import org.xinheng.audit.AuditTrail;
import org.xinheng.audit.CoveredRecord;
import org.xinheng.audit.Receipt;
import org.xinheng.caller.Caller;
import org.xinheng.catalogue.Department;
import org.xinheng.decision.Decider;
import org.xinheng.decision.DecisionRequest;
import org.xinheng.decision.DecisionRules;
import org.xinheng.decision.Decisions;
import org.xinheng.decision.RuleBooks;
import org.xinheng.kernel.BeijingTime;
import org.xinheng.kernel.ErrorCode;
import org.xinheng.kernel.Fault;
import org.xinheng.kernel.Refusal;
import org.xinheng.kernel.TimeOrderedId;
import org.xinheng.listing.Listings;
import org.xinheng.listing.SubjectFile;

/**
 * An agency asks, the law answers, the record stays: one reading of the lists, one evaluation of the release in force,
 * one durable append. The answer leaves only after the append has committed (A1).
 */
@ApplicationScoped
public class DecideMeasures {
    private final RuleBooks ruleBooks;
    private final Listings listings;
    private final ListReadings listReadings;
    private final Decisions decisions;
    private final AuditTrail auditTrail;
    private final Clock clock;

    DecideMeasures(
            RuleBooks ruleBooks,
            Listings listings,
            ListReadings listReadings,
            Decisions decisions,
            AuditTrail auditTrail,
            Clock clock) {
        this.ruleBooks = ruleBooks;
        this.listings = listings;
        this.listReadings = listReadings;
        this.decisions = decisions;
        this.auditTrail = auditTrail;
        this.clock = clock;
    }

    /**
     * What was answered.
     *
     * @param answer the body, as it is kept
     * @param receipt the signed promise that the decision will stand in the log
     */
    public record Answered(UUID id, String answer, Optional<Receipt> receipt) {}

    /**
     * Decides and keeps the decision.
     *
     * @throws Refusal for an unknown code, a matter the caller's kind may not handle, or a day that cannot be told
     */
    @Transactional
    public Answered decide(Caller caller, DecisionRequest request) {
        Instant now = clock.instant();
        LocalDate today = BeijingTime.dayOf(now);
        LocalDate asOf = Objects.requireNonNullElse(request.asOf(), today);
        RuleBooks.InForce law =
                ruleBooks.on(asOf.isAfter(today.plusYears(DecisionRules.YEARS_AHEAD_MAX)) ? today : asOf);

        var registers = law.ruleBook().release().registers();
        Department department = registers.departments().get(caller.department());
        if (department == null) {
            throw Refusal.of(ErrorCode.FORBIDDEN_ROLE, caller.department());
        }
        List<Fault> faults = DecisionRules.faultsOf(request, registers, department, today);
        if (!faults.isEmpty()) {
            throw new Refusal(faults);
        }
        SubjectFile file = listings.fileOf(request.identifier());
        Decider.Decided decided = new Decider(law, department, now, today)
                .decide(TimeOrderedId.at(now), request, file, listReadings.asOf(file.watermark()));
        String answer = decisions.append(
                decided, request, caller, file.watermark(), law.ruleBook().engineVersion());
        UUID id = decided.decision().id();
        Appended entry = auditTrail.record(
                AuditEntry.of(now, "DECISION", caller.keyId(), caller.department(), id.toString()),
                CoveredRecord.decision(id));
        return new Answered(id, answer, entry.receipt());
    }
}
