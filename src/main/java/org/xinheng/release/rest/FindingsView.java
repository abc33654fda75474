package org.xinheng.release.rest;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.xinheng.release.gate.Coverage;
import org.xinheng.release.gate.Finding;
import org.xinheng.release.gate.FindingTexts;
import org.xinheng.release.gate.GateReport;
import org.xinheng.release.service.ReleaseRead;

/** {@code Findings} of the contract. */
record FindingsView(
        UUID release,
        String state,
        ReleaseView.@Nullable ProgressView progress,
        ReleaseView.@Nullable CheckView check,
        List<FindingView> items,
        List<CoverageView> coverage,
        @Nullable String next) {

    /** @param from number of findings that stand before this page */
    static FindingsView of(ReleaseRead release, @Nullable GateReport report, int from, int size, Locale language) {
        FindingTexts texts = language.getLanguage().equals("en") ? FindingTexts.ENGLISH : FindingTexts.CHINESE;
        List<Finding> all = report == null ? List.of() : report.findings();
        int to = Math.min(all.size(), from + size);
        return new FindingsView(
                release.draft().id(),
                release.state().word(),
                ReleaseView.ProgressView.of(release.life().gate()),
                ReleaseView.CheckView.of(report == null ? null : report.summary()),
                IntStream.range(Math.min(from, to), to)
                        .mapToObj(i -> FindingView.of(i + 1, all.get(i), texts))
                        .toList(),
                report == null || from > 0
                        ? List.of()
                        : report.coverage().rows().stream()
                                .map(CoverageView::of)
                                .toList(),
                to < all.size() ? Integer.toString(to) : null);
    }

    /** {@code RowCoverage} of the contract. */
    record CoverageView(SourceView source, List<String> appliedIn, List<String> withheldIn) {
        static CoverageView of(Coverage.RowCoverage row) {
            return new CoverageView(
                    new SourceView(
                            row.source().workbook(),
                            row.source().sheet(),
                            row.source().row(),
                            row.rowCode()),
                    row.appliedIn(),
                    row.withheldIn());
        }
    }

    /** {@code SourceRow} of the contract. */
    record SourceView(String workbook, String sheet, int row, String rowCode) {}

    /** {@code Finding} of the contract. */
    record FindingView(
            int number,
            String code,
            String severity,
            String workbook,
            @Nullable String sheet,
            @Nullable String cell,
            @Nullable String found,
            @Nullable String expected,
            String message,
            String mend) {
        static FindingView of(int number, Finding finding, FindingTexts texts) {
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
                    texts.mend(finding));
        }
    }
}
