package org.xinheng.statistics.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.xinheng.audit.AuditEntry;
import org.xinheng.audit.AuditKind;
import org.xinheng.audit.AuditTrail;
import org.xinheng.caller.Caller;
import org.xinheng.catalogue.PerformanceTarget;
import org.xinheng.catalogue.Registers;
import org.xinheng.catalogue.RegistersInForce;
import org.xinheng.kernel.BeijingTime;
import org.xinheng.kernel.ErrorCode;
import org.xinheng.kernel.Refusal;
import org.xinheng.statistics.Dimension;
import org.xinheng.statistics.Tallies;
import org.xinheng.statistics.Tally;
import org.xinheng.statistics.Topic;

/** The credit office and auditors read statistics; every reading is on record, as an export more so. */
@ApplicationScoped
public class ReadStatistics {

    /** So many months at once: what is counted is counted from what is kept, not from sums kept beside it. */
    private static final int MONTHS_MAX = 24;

    private final Tallies tallies;
    private final RegistersInForce registersInForce;
    private final AuditTrail auditTrail;
    private final Clock clock;

    ReadStatistics(Tallies tallies, RegistersInForce registersInForce, AuditTrail auditTrail, Clock clock) {
        this.tallies = tallies;
        this.registersInForce = registersInForce;
        this.auditTrail = auditTrail;
        this.clock = clock;
    }

    /**
     * What is asked.
     *
     * @param by dimensions that are told apart, empty for all that the topic has
     * @param form in which the answer leaves
     */
    public record Question(Topic topic, YearMonth from, YearMonth to, Set<Dimension> by, String form) {}

    /** The answer, with the registers by whose words the codes are read. */
    public record Answer(List<Tally> tallies, Registers registers) {}

    /**
     * Counts.
     *
     * @throws Refusal PARAMETER_INVALID for a period that ends before it begins or is too long
     */
    @Transactional
    public Answer read(Caller caller, Question question) {
        if (question.to().isBefore(question.from())
                || question.from().plusMonths(MONTHS_MAX - 1L).isBefore(question.to())) {
            throw Refusal.at(
                    "query:to",
                    ErrorCode.PARAMETER_INVALID,
                    "to",
                    question.from() + " … " + question.from().plusMonths(MONTHS_MAX - 1L));
        }
        auditTrail.record(AuditEntry.of(
                        clock.instant(),
                        question.form().equals("JSON") ? AuditKind.STATISTICS_READ : AuditKind.STATISTICS_EXPORT,
                        caller,
                        question.topic().name())
                .withDetail(question.form() + " from=" + question.from() + " to=" + question.to() + " by="
                        + question.by()));
        LocalDate today = BeijingTime.dayOf(clock.instant());
        Registers registers = registersInForce.now();
        Set<Dimension> by = question.by().isEmpty() ? EnumSet.allOf(Dimension.class) : question.by();
        List<Tally> counted = Tally.by(
                by,
                tallies.count(
                        question.topic(),
                        question.from().atDay(1),
                        question.to().atEndOfMonth(),
                        today));
        List<Tally> standing = question.topic() == Topic.OBJECTIONS ? Tally.runningOn("records", counted) : counted;
        return new Answer(
                standing.stream()
                        .map(tally -> derived(question.topic(), tally, registers))
                        .toList(),
                registers);
    }

    /** Rates, and the target of the region where a document sets one. */
    private static Tally derived(Topic topic, Tally tally, Registers registers) {
        return switch (topic) {
            case FEEDBACK -> tally.withShare("rate", "given", "due");
            case OBJECTIONS -> {
                Tally rated = tally.withPer100000("per100000", "upheld", "records");
                String region = tally.key().get(Dimension.REGION);
                yield region == null
                        ? rated
                        : registers
                                .procedures()
                                .target(
                                        PerformanceTarget.Figure.OBJECTIONS_PER_100000,
                                        registers.regionAndAbove(region))
                                .map(target -> rated.with("target", BigDecimal.valueOf(target.value())))
                                .orElse(rated);
            }
            case MEASURES, QUERIES, TASKS, LISTS, CASES -> tally;
        };
    }
}
