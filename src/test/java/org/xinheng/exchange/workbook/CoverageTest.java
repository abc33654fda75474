package org.xinheng.exchange.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.nio.file.Path;
import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.junit.jupiter.api.Test;
import org.xinheng.release.gate.Coverage;
import org.xinheng.release.gate.Coverage.RowCoverage;
import org.xinheng.release.gate.FindingCode;

/** Which rows the cases of the sheets 测试 reach. */
class CoverageTest {
    private static final String SECOND = "memoranda/second.xlsx";

    @Test
    void a_row_names_the_cases_that_expect_it_applied_and_those_that_expect_it_withheld() {
        Coverage coverage =
                Coverage.of(WorkbookReader.read(new GoodBook().workbooks()).content());
        assertThat(coverage.rows())
                .extracting(RowCoverage::rowCode, RowCoverage::appliedIn, RowCoverage::withheldIn)
                .contains(tuple("TBJZ-001", List.of("T-TBJZ-001"), List.of("T-TBJZ-002")));
        assertThat(coverage.reached()).isEqualTo(coverage.rows().size());
    }

    @Test
    void a_new_row_that_no_case_reaches_is_an_error_and_stands_in_the_coverage() {
        var book = Faults.all().get("row-without-test").apply(new GoodBook());
        Coverage coverage = Coverage.of(WorkbookReader.read(book.workbooks()).content());
        assertThat(coverage.unreached()).extracting(RowCoverage::rowCode).containsExactly("ZFCG-009");
        assertThat(FindingsTest.findings(book.workbooks()))
                .extracting(finding -> finding.code() + " " + finding.cell())
                .containsExactly(FindingCode.ROW_WITHOUT_TEST + " A15");
    }

    @Test
    void a_case_counts_for_the_rows_of_its_own_workbook_only() {
        var book = new GoodBook();
        book.add(SECOND, book.workbooks().get(1).bytes()).edit(SECOND, workbook -> {
            XSSFSheet tests = workbook.getSheet("测试");
            int headings = WorkbookTemplate.of(SECOND).sheet("测试").orElseThrow().headingRow();
            for (int row = tests.getLastRowNum(); row >= headings; row--) {
                tests.removeRow(tests.getRow(row));
            }
        });
        Coverage coverage = Coverage.of(WorkbookReader.read(book.workbooks()).content());
        assertThat(coverage.unreached())
                .as("rows of the same codes, whose cases stand in the other workbook")
                .hasSize(coverage.rows().size() / 2)
                .allSatisfy(row -> assertThat(row.source().workbook()).isEqualTo(SECOND));
    }

    @Test
    void every_row_of_this_project_is_reached() throws Exception {
        var content = WorkbookReader.read(DecisionTableFiles.workbooks(Path.of("decision-tables")))
                .content();
        assertThat(Coverage.of(content).unreached()).isEmpty();
        assertThat(Coverage.of(content).rows()).hasSameSizeAs(content.rules());
    }
}
