package org.xinheng.release.gate.check;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.xinheng.catalogue.MeasureRule;
import org.xinheng.catalogue.Registers;
import org.xinheng.catalogue.table.RuleColumn;
import org.xinheng.law.InstrumentLevel;
import org.xinheng.law.LegalBasis;
import org.xinheng.law.TermLength;
import org.xinheng.release.ReleaseContent;
import org.xinheng.release.gate.CellLocations;
import org.xinheng.release.gate.Finding;
import org.xinheng.release.gate.FindingCode;

/**
 * Compares rows of the same measure. Tables that collect may overlap, so an overlap is no fault; a row that says again
 * what another says is, and so is a local supplement that repeats or exceeds a row of the wider list. One finding a row.
 */
final class RowPairs {
    private final List<MeasureRule> rules;
    private final Registers registers;
    private final CellLocations places;
    private final RowIndex index;
    private final List<Finding> findings = new ArrayList<>();

    RowPairs(ReleaseContent content, CellLocations places) {
        this.rules = content.rules();
        this.registers = content.registers();
        this.places = places;
        this.index = new RowIndex(rules, registers);
    }

    List<Finding> check() {
        for (int row = 0; row < rules.size(); row++) {
            BitSet wider = index.wider(row);
            if (!wider.isEmpty() && !supplements(row, wider)) {
                repeats(row, wider);
            }
        }
        return findings;
    }

    /** A supplement may not repeat or exceed a row of a wider region (R8); tells it once, of the strongest such row. */
    private boolean supplements(int at, BitSet wider) {
        MeasureRule row = rules.get(at);
        if (row.matterRegions().isEmpty() || row.legalBases().stream().noneMatch(this::local)) {
            return false;
        }
        List<MeasureRule> above = wider.stream()
                .mapToObj(rules::get)
                .filter(other -> widerRegion(other, row) && other.validity().overlaps(row.validity()))
                .sorted(Comparator.comparing(MeasureRule::effect))
                .toList();
        if (above.isEmpty()) {
            return false;
        }
        MeasureRule over = above.get(0);
        TermLength longest = over.term().length();
        TermLength length = row.term().length();
        if (row.effect().heavierThan(over.effect())) {
            add(row, RuleColumn.EFFECT, FindingCode.SUPPLEMENT_EXCEEDS, row.effect(), over.effect(), over);
            return true;
        }
        if (length != null && longest != null && length.longerThan(longest)) {
            add(row, RuleColumn.TERM, FindingCode.SUPPLEMENT_EXCEEDS, length, longest, over);
            return true;
        }
        Optional<MeasureRule> repeated = above.stream().filter(this::applies).findFirst();
        repeated.ifPresent(other ->
                add(row, RuleColumn.CODE, FindingCode.SUPPLEMENT_REPEATS, row.effect(), other.effect(), other));
        return repeated.isPresent();
    }

    /** A row that is only ever withheld, because nobody has verified its articles, gives nothing to repeat. */
    private boolean applies(MeasureRule rule) {
        return !rule.effect().needsVerifiedBasis()
                || rule.legalBases().stream()
                        .map(registers.legalBases()::get)
                        .filter(Objects::nonNull)
                        .anyMatch(basis -> basis.verified() && basis.canCarry(rule.effect(), rule.matterRegions()));
    }

    private boolean local(String code) {
        LegalBasis basis = registers.legalBases().get(code);
        return basis != null && basis.level() == InstrumentLevel.LOCAL_REGULATION;
    }

    /** Whether the other row reaches beyond every region that this one names. */
    private boolean widerRegion(MeasureRule other, MeasureRule row) {
        return row.matterRegions().stream().noneMatch(other.matterRegions()::contains);
    }

    private void repeats(int rowAt, BitSet wider) {
        MeasureRule row = rules.get(rowAt);
        for (int at = wider.nextSetBit(0); at >= 0; at = wider.nextSetBit(at + 1)) {
            MeasureRule other = rules.get(at);
            boolean covers = !other.code().equals(row.code()) // a code used twice has its finding
                    && other.legalBases().containsAll(row.legalBases())
                    && other.validity().covers(row.validity());
            if (covers && compare(other, at, row, rowAt)) {
                return;
            }
        }
    }

    private boolean compare(MeasureRule other, int otherAt, MeasureRule row, int rowAt) {
        boolean sameConditions = index.wider(otherAt).get(rowAt)
                && row.legalBases().containsAll(other.legalBases())
                && row.validity().covers(other.validity());
        if (sameConditions && otherAt > rowAt) {
            return false; // told at the later of the two
        }
        boolean sameConclusion = row.effect() == other.effect()
                && row.term().equals(other.term())
                && Objects.equals(row.measureItem(), other.measureItem())
                && row.excludedBy().equals(other.excludedBy());
        if (sameConclusion) {
            FindingCode code = sameConditions ? FindingCode.ROW_TWICE : FindingCode.ROW_COVERED;
            add(row, RuleColumn.CODE, code, row.effect(), other.effect(), other);
            return true;
        }
        if (sameConditions && row.effect() != other.effect()) {
            add(row, RuleColumn.EFFECT, FindingCode.ROWS_DIFFER_IN_EFFECT, row.effect(), other.effect(), other);
            return true;
        }
        return false;
    }

    private void add(
            MeasureRule row, RuleColumn column, FindingCode code, Object found, Object expected, MeasureRule other) {
        String place = other.code() + " (" + other.source().workbook() + " A"
                + other.source().row() + ")";
        findings.add(
                places.of(row.source(), column.heading()).finding(code, found.toString(), expected.toString(), place));
    }
}
