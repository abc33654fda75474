package org.xinheng.casereport;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.xinheng.catalogue.PerformanceTarget;
import org.xinheng.catalogue.Procedures;

class ReportMonthTest {
    private static final Procedures BEFORE_THE_25TH = new Procedures(
            Map.of(),
            Map.of(),
            Map.of(),
            Map.of(),
            Map.of(
                    "T",
                    new PerformanceTarget(
                            "T", "案例报送", PerformanceTarget.Figure.CASE_REPORT_DAY, "420500", 25, "工作要点", true, null)),
            Map.of());

    @Test
    void a_month_runs_from_the_reporting_day_of_the_one_before_to_the_day_before_its_own() {
        ReportMonth march = ReportMonth.of(YearMonth.of(2027, 3), BEFORE_THE_25TH, List.of("420500", "420000"));
        assertThat(march.from()).isEqualTo("2027-02-25");
        assertThat(march.before()).isEqualTo("2027-03-25");
        assertThat(march.lateOn(LocalDate.parse("2027-03-24"))).isFalse();
        assertThat(march.lateOn(LocalDate.parse("2027-03-25"))).isTrue();
    }

    @Test
    void where_no_document_sets_a_day_nothing_is_due_and_the_calendar_month_counts() {
        ReportMonth march = ReportMonth.of(YearMonth.of(2027, 3), BEFORE_THE_25TH, List.of("420100", "420000"));
        assertThat(march.from()).isEqualTo("2027-03-01");
        assertThat(march.before()).isEqualTo("2027-04-01");
        assertThat(march.dueBefore()).isNull();
        assertThat(march.lateOn(LocalDate.parse("2029-01-01"))).isFalse();
    }
}
