package org.xinheng.decision.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.xinheng.caller.Caller;
import org.xinheng.catalogue.Department;
import org.xinheng.decision.DecisionRequest;
import org.xinheng.decision.DecisionRules;
import org.xinheng.decision.RuleBooks;
import org.xinheng.kernel.BeijingTime;
import org.xinheng.kernel.ErrorCode;
import org.xinheng.kernel.Fault;
import org.xinheng.kernel.Refusal;

/** An agency asks, the law answers, the record stays. The answer leaves only after the record has committed (A1). */
@ApplicationScoped
public class DecideMeasures {
    /** How many decisions share a transaction at most. */
    private static final int TOGETHER_MAX = 16;

    private final RuleBooks ruleBooks;
    private final DecideTogether decideTogether;
    private final TransactionSynchronizationRegistry transaction;
    private final Clock clock;
    private final GroupCommit<AdmittedRequest, DecisionAnswer> groupCommit;

    DecideMeasures(
            RuleBooks ruleBooks,
            DecideTogether decideTogether,
            TransactionSynchronizationRegistry transaction,
            Clock clock) {
        this.ruleBooks = ruleBooks;
        this.decideTogether = decideTogether;
        this.transaction = transaction;
        this.clock = clock;
        this.groupCommit =
                new GroupCommit<>(Runtime.getRuntime().availableProcessors(), TOGETHER_MAX, decideTogether::decide);
    }

    /**
     * Decides and keeps the decision: in the running transaction where there is one, otherwise in one that it may share
     * with others who ask at the same time.
     *
     * @throws Refusal for an unknown code, a matter the caller's kind may not handle, or a day that cannot be told
     */
    public DecisionAnswer decide(Caller caller, DecisionRequest request) {
        AdmittedRequest admitted = admitted(caller, request);
        if (transaction.getTransactionStatus() == Status.STATUS_NO_TRANSACTION) {
            return groupCommit.ask(admitted);
        }
        try {
            return decideTogether.decide(List.of(admitted)).get(0);
        } catch (GroupCommit.NothingCommitted alone) {
            throw alone.reason();
        }
    }

    private AdmittedRequest admitted(Caller caller, DecisionRequest request) {
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
        return new AdmittedRequest(caller, request, law, department, now, today);
    }
}
