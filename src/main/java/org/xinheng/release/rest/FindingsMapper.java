package org.xinheng.release.rest;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.xinheng.contract.api.FindingView;
import org.xinheng.contract.api.FindingsView;
import org.xinheng.contract.api.RowCoverageView;
import org.xinheng.contract.api.SourceRowView;
import org.xinheng.release.gate.Coverage;
import org.xinheng.release.gate.Finding;
import org.xinheng.release.gate.FindingTexts;
import org.xinheng.release.gate.GateReport;
import org.xinheng.release.service.ReleaseRead;

/** Writes {@code Findings} of the contract. */
final class FindingsMapper {
    private FindingsMapper() {}

    /** @param from number of findings that stand before this page */
    static FindingsView of(ReleaseRead release, @Nullable GateReport report, int from, int size, Locale language) {
        FindingTexts texts = language.getLanguage().equals("en") ? FindingTexts.ENGLISH : FindingTexts.CHINESE;
        List<Finding> all = report == null ? List.of() : report.findings();
        int to = Math.min(all.size(), from + size);
        return new FindingsView(
                release.draft().id(),
                release.state().word(),
                ReleaseMapper.progress(release.life().gate()),
                ReleaseMapper.check(report == null ? null : report.summary()),
                IntStream.range(Math.min(from, to), to)
                        .mapToObj(i -> finding(i + 1, all.get(i), texts))
                        .toList(),
                report == null || from > 0
                        ? List.of()
                        : report.coverage().rows().stream()
                                .map(FindingsMapper::coverage)
                                .toList(),
                to < all.size() ? Integer.toString(to) : null);
    }

    static RowCoverageView coverage(Coverage.RowCoverage row) {
        return new RowCoverageView(
                new SourceRowView(
                        row.source().workbook(),
                        row.source().sheet(),
                        row.source().row(),
                        row.rowCode()),
                row.appliedIn(),
                row.withheldIn());
    }

    static FindingView finding(int number, Finding finding, FindingTexts texts) {
        return new FindingView(
                number,
                finding.code().name(),
                finding.severity().name(),
                finding.workbook(),
                finding.sheet(),
                finding.cell(),
                finding.found(),
                finding.expected(),
                texts.message(finding),
                texts.correction(finding));
    }
}
