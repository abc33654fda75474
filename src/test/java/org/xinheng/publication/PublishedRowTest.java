package org.xinheng.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.xinheng.catalogue.MeasureItem;
import org.xinheng.catalogue.MeasureRule;
import org.xinheng.catalogue.Registers;
import org.xinheng.exchange.workbook.DecisionTableFiles;
import org.xinheng.exchange.workbook.WorkbookReader;
import org.xinheng.kernel.EffectivePeriod;
import org.xinheng.release.ReleaseContent;

/** On which days a row of the tables is told, by its own days, its articles and its edition. */
class PublishedRowTest {
    private static final LocalDate DAY = LocalDate.parse("2026-11-22");

    private static List<MeasureRule> published;
    private static Registers registers;

    @BeforeAll
    static void shippedTables() throws IOException {
        ReleaseContent content = WorkbookReader.read(DecisionTableFiles.workbooks(Path.of("decision-tables")))
                .content();
        registers = content.registers();
        published = content.rules().stream().filter(rule -> isTold(rule, DAY)).toList();
        assertThat(published).hasSizeGreaterThan(100);
    }

    @Test
    void a_row_is_told_from_its_first_to_its_last_day_and_on_no_other() {
        EffectivePeriod thatDayAlone = new EffectivePeriod(DAY, DAY);
        for (MeasureRule row : published) {
            MeasureRule brief = valid(row, thatDayAlone);
            assertThat(isTold(brief, DAY)).as("%s on its day", row.code()).isTrue();
            assertThat(isTold(brief, DAY.minusDays(1)))
                    .as("%s before", row.code())
                    .isFalse();
            assertThat(isTold(brief, DAY.plusDays(1)))
                    .as("%s after", row.code())
                    .isFalse();
        }
    }

    @Test
    void before_the_first_of_its_articles_is_in_force_a_row_is_not_told_however_long_it_says_it_holds() {
        int dated = 0;
        for (MeasureRule row : published) {
            List<LocalDate> from = row.legalBases().stream()
                    .map(basis -> registers.legalBases().get(basis).inForce().from())
                    .toList();
            if (!from.contains(null)) {
                dated++;
                MeasureRule ever = valid(row, EffectivePeriod.ALWAYS);
                assertThat(isTold(ever, Collections.min(from).minusDays(1)))
                        .as(row.code())
                        .isFalse();
            }
        }
        assertThat(dated).isGreaterThan(100);
    }

    @Test
    void a_row_of_an_edition_of_the_list_is_told_while_the_edition_is_in_force() {
        List<MeasureRule> ofAnEdition = published.stream()
                .filter(row ->
                        row.measureItem() != null && !row.measureItem().equals(MeasureItem.STATUTORY_OUTSIDE_LIST))
                .toList();
        assertThat(ofAnEdition).isNotEmpty();
        for (MeasureRule row : ofAnEdition) {
            LocalDate from = registers
                    .editions()
                    .get(registers.measureItems().get(row.measureItem()).edition())
                    .inForce()
                    .from();
            assertThat(isTold(valid(row, EffectivePeriod.ALWAYS), from.minusDays(1)))
                    .as(row.code())
                    .isFalse();
        }
    }

    private static boolean isTold(MeasureRule row, LocalDate day) {
        return PublishedRow.on(day, row, registers).isPresent();
    }

    private static MeasureRule valid(MeasureRule row, EffectivePeriod validity) {
        return new MeasureRule(
                row.code(),
                row.listKinds(),
                row.grounds(),
                row.gravities(),
                row.subjectTypes(),
                row.roles(),
                row.listingRegions(),
                row.matterRegions(),
                row.matters(),
                row.sectors(),
                row.items(),
                row.legallyRequiredTender(),
                row.governmentInvested(),
                row.agencyKinds(),
                row.legalBases(),
                validity,
                row.measureItem(),
                row.measure(),
                row.effect(),
                row.term(),
                row.memorandum(),
                row.excludedBy(),
                row.lastChecked(),
                row.source(),
                row.cells());
    }
}
