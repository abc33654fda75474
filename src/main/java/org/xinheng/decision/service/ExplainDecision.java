package org.xinheng.decision.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.xinheng.caller.Reader;
import org.xinheng.catalogue.MeasureRule;
import org.xinheng.catalogue.Registers;
import org.xinheng.decision.Decisions;
import org.xinheng.decision.RuleBooks;
import org.xinheng.decision.Trace;
import org.xinheng.decision.explain.NearestRows;
import org.xinheng.decision.explain.NotFired;
import org.xinheng.decision.explain.WayOut;
import org.xinheng.kernel.ErrorCode;
import org.xinheng.kernel.Refusal;
import org.xinheng.release.ReleaseContent;

/**
 * Tells why a measure came out, and why another did not. The first is read from what was stored with the decision; the
 * second compares the rows of the release that decided with the facts that were stored (A2).
 */
@ApplicationScoped
public class ExplainDecision {
    private final ReadDecisions readDecisions;
    private final RuleBooks ruleBooks;

    ExplainDecision(ReadDecisions readDecisions, RuleBooks ruleBooks) {
        this.readDecisions = readDecisions;
        this.ruleBooks = ruleBooks;
    }

    /**
     * What a decision is explained by.
     *
     * @param nearest rows that did not fire, nearest first
     * @param registers of the release that decided, for words
     */
    public record Explained(Decisions.Stored stored, List<Why> fired, List<NotFired> nearest, Registers registers) {
        /**
         * A row that fired.
         *
         * @param wayOut null where nothing is to be lifted
         */
        public record Why(
                Trace.Fired row,
                Trace.FactsOfListing listing,
                @Nullable WayOut wayOut) {}
    }

    /**
     * Explains a decision.
     *
     * @param measure only this measure, empty for all
     * @param rowCode only this row, empty for all
     * @throws Refusal when there is no such decision, or the release that decided has no such measure or row
     */
    @Transactional
    public Explained explain(Reader reader, UUID id, Optional<String> measure, Optional<String> rowCode) {
        Decisions.Stored stored = readDecisions.read(reader, id);
        ReleaseContent content =
                ruleBooks.recorded(stored.release().id()).release().content();
        refuseUnknown("measure", measure, content.registers().measures()::containsKey, "measures");
        refuseUnknown(
                "rowCode",
                rowCode,
                code -> content.rules().stream().anyMatch(rule -> rule.code().equals(code)),
                "releases/" + stored.release().id());
        Predicate<MeasureRule> askedAbout =
                rule -> measure.map(rule.measure()::equals).orElse(true)
                        && rowCode.map(rule.code()::equals).orElse(true);
        List<Explained.Why> fired = stored.trace().fired().stream()
                .filter(row -> measure.map(row.measure().measure()::equals).orElse(true))
                .filter(row ->
                        rowCode.map(row.measure().source().rowCode()::equals).orElse(true))
                .map(row -> why(row, stored.trace(), content))
                .toList();
        return new Explained(
                stored, fired, new NearestRows(stored.trace(), content).of(askedAbout), content.registers());
    }

    private static Explained.Why why(Trace.Fired row, Trace trace, ReleaseContent content) {
        Trace.FactsOfListing listing = trace.everyListing()
                .filter(facts -> facts.id().equals(row.measure().listing().id()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("a row fired on a listing that is not in its trace"));
        return new Explained.Why(row, listing, WayOut.of(row, listing, content));
    }

    private static void refuseUnknown(
            String parameter, Optional<String> code, Predicate<String> known, String register) {
        code.filter(known.negate()).ifPresent(unknown -> {
            throw Refusal.at("query:" + parameter, ErrorCode.CODE_UNKNOWN, unknown, register);
        });
    }
}
