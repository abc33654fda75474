package org.xinheng.listing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.xinheng.catalogue.ListKind;
import org.xinheng.catalogue.Procedures;
import org.xinheng.catalogue.RecognitionAgreement;
import org.xinheng.catalogue.Registers;
import org.xinheng.exchange.workbook.DecisionTableFiles;
import org.xinheng.exchange.workbook.WorkbookReader;
import org.xinheng.kernel.EffectivePeriod;

/** A partner region's entry counts while an agreement and a legal force here hold, by date and nothing else. */
class RecognitionTest {
    private static final LocalDate DAY = LocalDate.parse("2026-11-24");
    private static final String WUHAN = "420100";
    private static final String CHANGSHA = "430100";
    private static Registers shipped;

    @BeforeAll
    static void readRegisters() throws IOException {
        shipped = WorkbookReader.read(DecisionTableFiles.workbooks(Path.of("decision-tables")))
                .content()
                .registers();
    }

    @Test
    void an_own_entry_needs_no_agreement() {
        assertThat(counts(entry("SCJG", CHANGSHA, null), agreed(null, null), DAY, WUHAN))
                .isTrue();
    }

    @Test
    void a_partners_entry_counts_in_the_region_that_agreed_and_in_those_below_it() {
        Registers registers = agreed("2020-01-01", null);
        assertThat(counts(recognised("SCJG"), registers, DAY, WUHAN)).isTrue();
        assertThat(counts(recognised("SCJG"), registers, DAY, "420500")).isFalse();
        assertThat(counts(recognised("SCJG"), registers, DAY, CHANGSHA)).isFalse();
    }

    @Test
    void when_the_agreement_ends_so_does_the_effect_and_its_last_day_counts() {
        Registers registers = agreed("2020-01-01", "2026-11-24");
        assertThat(counts(recognised("SCJG"), registers, DAY, WUHAN)).isTrue();
        assertThat(counts(recognised("SCJG"), registers, DAY.plusDays(1), WUHAN))
                .isFalse();
        assertThat(counts(recognised("SCJG"), registers, LocalDate.parse("2019-12-31"), WUHAN))
                .isFalse();
    }

    @Test
    void a_list_that_the_agreement_does_not_name_or_another_region_does_not_count() {
        Registers registers = agreed("2020-01-01", null);
        assertThat(counts(recognised("ZFCG"), registers, DAY, WUHAN)).isFalse();
        assertThat(counts(entry("SCJG", "420500", "HR-T"), registers, DAY, WUHAN))
                .isFalse();
        assertThat(counts(entry("SCJG", CHANGSHA, "HR-GONE"), registers, DAY, WUHAN))
                .isFalse();
    }

    @Test
    void an_agreement_alone_is_no_basis_where_the_list_has_no_force_here() {
        // 超限超载 rests on a memorandum alone: no agreement can make it count
        assertThat(counts(recognised("CXCZ"), agreed("2020-01-01", null), DAY, WUHAN))
                .isFalse();
    }

    @Test
    void a_partners_entry_ends_when_its_own_region_ends_it_however_early() {
        ListKind kind = shipped.listKinds().values().stream()
                .filter(each -> each.earliestExit() != null)
                .findFirst()
                .orElseThrow();
        LocalDate soon = DAY.minusYears(1).plusDays(1);
        assertThat(EarlyExit.tooEarly(entry(kind.code(), WUHAN, null), kind, soon))
                .isTrue();
        assertThat(EarlyExit.tooEarly(recognised(kind.code()), kind, soon)).isFalse();
    }

    private static boolean counts(Listing listing, Registers registers, LocalDate day, String region) {
        return Recognition.counts(listing, registers, day, region);
    }

    private static Listing recognised(String kind) {
        return entry(kind, CHANGSHA, "HR-T");
    }

    private static Listing entry(String kind, String region, @Nullable String agreement) {
        return new Listing(
                UUID.randomUUID(),
                kind,
                UUID.randomUUID(),
                null,
                null,
                DAY.minusYears(1),
                null,
                null,
                List.of(),
                List.of(),
                region,
                "WH-SCJG",
                false,
                1,
                List.of(),
                agreement);
    }

    private static Registers agreed(@Nullable String from, @Nullable String to) {
        Procedures known = shipped.procedures();
        return new Registers(
                shipped.legalBases(),
                shipped.listKinds(),
                shipped.grounds(),
                shipped.editions(),
                shipped.measureItems(),
                shipped.measures(),
                shipped.memoranda(),
                shipped.departmentKinds(),
                shipped.departments(),
                shipped.matters(),
                shipped.matterItems(),
                shipped.regions(),
                shipped.texts(),
                new Procedures(
                        known.calendar(),
                        known.objectionTerms(),
                        known.restorationRules(),
                        Map.of(
                                "HR-T",
                                new RecognitionAgreement(
                                        "HR-T",
                                        "互认协议",
                                        CHANGSHA,
                                        WUHAN,
                                        Set.of("SCJG", "CXCZ"),
                                        null,
                                        new EffectivePeriod(day(from), day(to)),
                                        true,
                                        null)),
                        known.targets(),
                        known.taskTerms()));
    }

    private static @Nullable LocalDate day(@Nullable String day) {
        return day == null ? null : LocalDate.parse(day);
    }
}
