package org.xinheng.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xinheng.catalogue.Department;
import org.xinheng.catalogue.ListForm;
import org.xinheng.catalogue.ListKind;
import org.xinheng.catalogue.MeasureRule;
import org.xinheng.catalogue.Registers;
import org.xinheng.decision.DecisionRules;
import org.xinheng.exchange.workbook.DecisionTableFiles;
import org.xinheng.exchange.workbook.WorkbookReader;
import org.xinheng.kernel.CitizenId;
import org.xinheng.kernel.Fault;
import org.xinheng.kernel.Identifier;
import org.xinheng.kernel.OrganisationCode;
import org.xinheng.kernel.SubjectType;
import org.xinheng.kernel.UnifiedSocialCreditCode;
import org.xinheng.listing.ListingDraft;
import org.xinheng.listing.ListingRules;
import org.xinheng.release.ReleaseContent;

/** What the demonstration makes up harms nobody, keeps the law, and shows every list kind that may be entered. */
class SyntheticWorldTest {
    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 11, 22);
    private static final long SEED = 7;

    /** Subject codes of the real companies that public sources print. */
    private static final Set<String> REAL_SUBJECT_CODES = Set.of(
            "192203821",
            "71526726X",
            "708461136",
            "716105852",
            "799655058",
            "710925462",
            "710926094",
            "100003962",
            "100001342",
            "10001686X",
            "100012316",
            "192181490",
            "192548256",
            "722473344",
            "192317458",
            "551385082",
            "101101660",
            "264574251",
            "71093123X",
            "802100433",
            "592366240",
            "562144110",
            "340983330",
            "132260250",
            "631696382",
            "150660397",
            "709066998",
            "700821272",
            "710930405",
            "27939873X",
            "710925032",
            "795425749",
            "587527783",
            "660501513",
            "400002259",
            "400000624",
            "707137123");

    private static ReleaseContent content = contentOfTheWorkbooks();
    private static SyntheticWorld world = SyntheticWorld.of(content.registers(), content.rules(), FIRST_DAY, SEED);

    private static ReleaseContent contentOfTheWorkbooks() {
        try {
            return WorkbookReader.read(DecisionTableFiles.workbooks(Path.of("decision-tables")))
                    .content();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @BeforeAll
    static void the_workbooks_are_there() {
        assertThat(content.registers().listKinds()).hasSizeGreaterThan(25);
    }

    @Test
    void there_are_2000_organisations_200_persons_3000_listings_and_500_questions() {
        assertThat(world.organisations()).hasSize(2000);
        assertThat(world.persons()).hasSize(200);
        assertThat(world.listings()).hasSize(3000);
        assertThat(world.questions()).hasSize(500);
    }

    @Test
    void every_organisation_and_every_person_stands_in_some_listing() {
        Set<Identifier> named = new HashSet<>();
        for (SyntheticListing listing : world.listings()) {
            named.add(listing.draft().subject().identifier());
            listing.draft()
                    .responsiblePersons()
                    .forEach(person -> named.add(person.person().identifier()));
        }
        assertThat(named)
                .containsAll(world.organisations().stream()
                        .map(SyntheticOrganisation::identifier)
                        .toList())
                .containsAll(world.persons().stream()
                        .map(ListingDraft.Party::identifier)
                        .toList())
                .hasSize(2200);
    }

    @Test
    void codes_of_organisations_carry_both_check_characters_and_are_of_a_series_that_nobody_has() {
        assertThat(world.organisations())
                .extracting(organisation ->
                        new UnifiedSocialCreditCode(organisation.identifier().value()))
                .allMatch(UnifiedSocialCreditCode::subjectCodeHolds)
                .allMatch(
                        code -> new OrganisationCode(code.subjectCode()).value().startsWith("XE5X"))
                .noneMatch(code -> REAL_SUBJECT_CODES.contains(code.subjectCode()));
    }

    @Test
    void numbers_of_persons_are_valid_and_of_region_999999() {
        assertThat(world.persons())
                .extracting(person -> new CitizenId(person.identifier().value()).value())
                .allMatch(value -> value.startsWith("999999"))
                .doesNotHaveDuplicates();
    }

    @Test
    void names_say_that_they_are_made_up() {
        assertThat(world.organisations())
                .allMatch(organisation -> organisation.name().value().contains("示范"));
        assertThat(world.persons())
                .allMatch(
                        person -> person.name() != null && person.name().value().startsWith("示例"));
    }

    @Test
    void every_kind_that_may_be_entered_is_shown_on_each_of_its_grounds() {
        Set<String> grounds = world.listings().stream()
                .map(listing ->
                        Objects.requireNonNull(listing.draft().designation()).ground())
                .collect(Collectors.toSet());
        Set<String> kinds = kinds();
        assertThat(kinds).containsAll(enterable());
        content.registers().grounds().values().stream()
                .filter(ground -> kinds.contains(ground.listKind()))
                .forEach(ground -> assertThat(grounds).contains(ground.code()));
    }

    @Test
    void kinds_that_rest_on_a_memorandum_alone_are_never_entered() {
        assertThat(kinds()).doesNotContain("CXCZ", "ZSCQ").isEqualTo(enterable());
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-22", "2026-12-31", "2027-02-28", "2028-02-29", "2030-06-15"})
    void every_listing_passes_the_rules_of_entry_whatever_the_day_of_the_first_start(LocalDate firstDay) {
        SyntheticWorld made = SyntheticWorld.of(content.registers(), content.rules(), firstDay, SEED);
        assertThat(made.listings())
                .allSatisfy(listing -> assertThat(faults(listing, firstDay))
                        .as("%s", listing.draft().listKind())
                        .isEmpty());
    }

    @Test
    void articles_that_a_decision_cites_are_in_force_on_its_day() {
        assertThat(world.listings()).allSatisfy(listing -> {
            ListingDraft.DesignationDraft designation =
                    Objects.requireNonNull(listing.draft().designation());
            assertThat(designation.legalBases())
                    .isNotEmpty()
                    .allMatch(code ->
                            legalBasis(code).inForce().includes(Objects.requireNonNull(designation.documentDate())));
        });
    }

    @Test
    void an_order_cites_an_article_of_a_row_that_reaches_it_where_its_ground_has_one() {
        Registers registers = content.registers();
        assertThat(world.listings())
                .filteredOn(listing -> kind(listing).form() == ListForm.ORDER)
                .allSatisfy(listing -> {
                    var designation = Objects.requireNonNull(listing.draft().designation());
                    var ground = Objects.requireNonNull(registers.grounds().get(designation.ground()));
                    List<MeasureRule> rows = new ModelRows(content.rules()).of(kind(listing), ground);
                    assertThat(rows.isEmpty()
                                    || rows.stream()
                                            .anyMatch(row -> row.legalBases().stream()
                                                    .anyMatch(designation.legalBases()::contains)))
                            .as("%s", ground.code())
                            .isTrue();
                });
    }

    @Test
    void some_listings_are_expired_removed_or_ahead_and_most_are_in_force() {
        assertThat(share(draft -> draft.expiresOn() != null && draft.expiresOn().isBefore(FIRST_DAY)))
                .isBetween(150, 600);
        assertThat(share(draft -> draft.listedOn().isAfter(FIRST_DAY))).isBetween(50, 250);
        long removed = world.listings().stream()
                .filter(listing -> isBy(listing.removedOn(), FIRST_DAY))
                .count();
        long removedLater = world.listings().stream()
                .filter(listing -> listing.removedOn() != null && !isBy(listing.removedOn(), FIRST_DAY))
                .count();
        assertThat(removed).isBetween(150L, 400L);
        assertThat(removedLater).isBetween(30L, 200L);
    }

    @Test
    void a_removal_comes_after_the_earliest_exit_of_its_kind() {
        assertThat(world.listings())
                .filteredOn(listing -> listing.removedOn() != null)
                .allSatisfy(listing -> {
                    var earliest = kind(listing).earliestExit();
                    int months = earliest == null ? 0 : SyntheticTerms.months(earliest);
                    assertThat(listing.removedOn())
                            .isAfterOrEqualTo(listing.draft().listedOn().plusMonths(months));
                });
    }

    @Test
    void the_subject_of_the_README_is_on_the_procurement_list_alone_for_more_than_a_year() {
        assertThat(world.listings())
                .filteredOn(listing ->
                        listing.draft().subject().identifier().value().equals("91420100XE5X00019Q"))
                .singleElement()
                .satisfies(listing -> {
                    assertThat(listing.draft().listKind()).isEqualTo("ZFCG");
                    assertThat(listing.draft().listedOn()).isBefore(FIRST_DAY);
                    assertThat(listing.draft().expiresOn()).isAfter(FIRST_DAY.plusYears(1));
                    assertThat(listing.removedOn()).isNull();
                });
    }

    @Test
    void one_seed_and_day_give_one_world() {
        assertThat(SyntheticWorld.of(content.registers(), content.rules(), FIRST_DAY, SEED))
                .isEqualTo(world);
        assertThat(SyntheticWorld.of(content.registers(), content.rules(), FIRST_DAY, SEED + 1))
                .isNotEqualTo(world);
    }

    @Test
    void agencies_ask_about_matters_that_their_kind_may_handle() {
        assertThat(world.questions()).allSatisfy(question -> {
            Department department = department(question.key().department());
            assertThat(DecisionRules.faultsOf(question.request(), content.registers(), department, FIRST_DAY))
                    .isEmpty();
        });
    }

    @Test
    void questions_are_about_organisations_and_persons_today_and_ahead() {
        assertThat(world.questions())
                .anyMatch(question -> question.request().subjectType() == SubjectType.PERSON)
                .anyMatch(question -> question.request().subjectType() == SubjectType.ORGANISATION)
                .anyMatch(question -> question.request().asOf() != null);
        assertThat(world.questions().stream()
                        .filter(question -> question.request().asOf() == null)
                        .count())
                .isGreaterThan(400);
    }

    private static List<Fault> faults(SyntheticListing listing, LocalDate firstDay) {
        return ListingRules.faultsOf(listing.draft(), content.registers(), department(listing.department()), firstDay);
    }

    private static Set<String> kinds() {
        return world.listings().stream()
                .map(listing -> listing.draft().listKind())
                .collect(Collectors.toSet());
    }

    /** Kinds whose articles include one that may found a list, read from the registers and not from the rules. */
    private static Set<String> enterable() {
        Map<String, ListKind> kinds = content.registers().listKinds();
        return kinds.values().stream()
                .filter(kind -> kind.legalBases().stream()
                        .map(SyntheticWorldTest::legalBasis)
                        .anyMatch(basis -> !basis.level().title().equals("规范性文件")
                                && basis.inForce().includes(FIRST_DAY)))
                .map(ListKind::code)
                .collect(Collectors.toSet());
    }

    private static int share(Predicate<ListingDraft> asked) {
        return (int) world.listings().stream()
                .filter(listing -> asked.test(listing.draft()))
                .count();
    }

    private static boolean isBy(@Nullable LocalDate day, LocalDate limit) {
        return day != null && !day.isAfter(limit);
    }

    private static org.xinheng.law.LegalBasis legalBasis(String code) {
        return Objects.requireNonNull(content.registers().legalBases().get(code), code);
    }

    private static ListKind kind(SyntheticListing listing) {
        return Objects.requireNonNull(
                content.registers().listKinds().get(listing.draft().listKind()));
    }

    private static Department department(String code) {
        return Objects.requireNonNull(content.registers().departments().get(code), code);
    }
}
