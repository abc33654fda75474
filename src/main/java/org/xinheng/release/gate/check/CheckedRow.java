package org.xinheng.release.gate.check;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.xinheng.catalogue.MeasureRule;
import org.xinheng.catalogue.Registers;
import org.xinheng.catalogue.table.RuleColumn;
import org.xinheng.law.InstrumentLevel;
import org.xinheng.law.LegalBasis;
import org.xinheng.release.gate.Finding;
import org.xinheng.release.gate.FindingCode;
import org.xinheng.release.gate.ParsedWorkbooks;

/** A row under check, with the articles that it cites and the findings so far. */
final class CheckedRow {
    private final ParsedWorkbooks reading;
    private final MeasureRule rule;
    private final boolean regionsSound;
    private final @Nullable LocalDate firstDay;
    private final List<LegalBasis> bases;
    private final List<Finding> findings = new ArrayList<>();

    CheckedRow(ParsedWorkbooks reading, MeasureRule rule, LocalDate day, boolean regionsSound) {
        this.reading = reading;
        this.rule = rule;
        this.regionsSound = regionsSound;
        LocalDate from = rule.validity().from();
        LocalDate first = from != null && from.isAfter(day) ? from : day;
        LocalDate to = rule.validity().to();
        this.firstDay = to != null && to.isBefore(first) ? null : first;
        this.bases = known(rule.legalBases(), reading.content().registers().legalBases()::get);
    }

    MeasureRule rule() {
        return rule;
    }

    Registers registers() {
        return reading.content().registers();
    }

    boolean regionsSound() {
        return regionsSound;
    }

    /** The first day on which the row would count under this release, null when it is over before that. */
    @Nullable
    LocalDate firstDay() {
        return firstDay;
    }

    /** The articles cited, as far as the register knows them. */
    List<LegalBasis> bases() {
        return bases;
    }

    /**
     * Whether every article cited could be read; if not, nothing is said about what they carry. A local regulation
     * without its region has a finding of its own.
     */
    boolean basesKnown() {
        return bases.size() == rule.legalBases().size()
                && bases.stream().noneMatch(basis -> local(basis) && basis.region() == null);
    }

    /** Whether an article is law when the row first counts; where the row is over by then, every article is asked. */
    boolean inForce(LegalBasis basis) {
        return firstDay == null || basis.inForce().includes(firstDay);
    }

    List<Finding> findings() {
        return findings;
    }

    void add(
            RuleColumn column,
            FindingCode code,
            @Nullable String found,
            @Nullable String expected,
            String... arguments) {
        findings.add(reading.places().of(rule.source(), column.heading()).finding(code, found, expected, arguments));
    }

    /** The row contradicts itself: no case can match it. */
    void neverMatches(RuleColumn column, String found, String chinese, String english) {
        add(column, FindingCode.ROW_NEVER_MATCHES, found, null, chinese, english);
    }

    static boolean local(LegalBasis basis) {
        return basis.level() == InstrumentLevel.LOCAL_REGULATION;
    }

    /** The entries of those codes that a register knows. */
    static <T> List<T> known(Collection<String> codes, Function<String, @Nullable T> register) {
        return codes.stream().map(register).filter(Objects::nonNull).toList();
    }

    static String codes(List<LegalBasis> bases) {
        return bases.stream().map(LegalBasis::code).collect(Collectors.joining("、"));
    }

    static String joined(Collection<?> words) {
        return words.stream().map(String::valueOf).sorted().collect(Collectors.joining("、"));
    }
}
