package org.xinheng.publication.service;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xinheng.catalogue.Registers;
import org.xinheng.decision.RuleBooks;
import org.xinheng.kernel.BeijingTime;
import org.xinheng.publication.PublishedRow;
import org.xinheng.release.Release;

/** Everybody reads the rows by which measures are taken; none is taken by a row that is not among them (R21). */
@ApplicationScoped
public class ReadMeasureRows {
    private final RuleBooks ruleBooks;
    private final Clock clock;

    ReadMeasureRows(RuleBooks ruleBooks, Clock clock) {
        this.ruleBooks = ruleBooks;
        this.clock = clock;
    }

    /**
     * The rows in force on a day, in the order of the sheets.
     *
     * @param releaseHash of the release that is law on the day
     * @param releaseEffectiveFrom its first day
     */
    public record Rows(
            LocalDate day,
            String releaseHash,
            LocalDate releaseEffectiveFrom,
            List<PublishedRow> rows,
            Registers registers) {}

    /** The rows in force on a day, today where none is given. */
    public Rows on(@Nullable LocalDate asked) {
        LocalDate day = asked == null ? BeijingTime.dayOf(clock.instant()) : asked;
        RuleBooks.InForce law = ruleBooks.on(day);
        Release release = law.ruleBook().release();
        return new Rows(
                day,
                release.contentHash(),
                law.tenure().effectiveFrom(),
                release.content().rules().stream()
                        .map(rule -> PublishedRow.on(day, rule, release.registers()))
                        .flatMap(Optional::stream)
                        .toList(),
                release.registers());
    }
}
