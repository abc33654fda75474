package org.xinheng.feed.rest;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xinheng.catalogue.Gravity;
import org.xinheng.catalogue.TargetRole;
import org.xinheng.contract.Contract;
import org.xinheng.feed.FeedOrder;
import org.xinheng.feed.FeedSheets;
import org.xinheng.feed.FileInMemory;
import org.xinheng.feed.ReadRow;
import org.xinheng.kernel.ErrorCode;
import org.xinheng.kernel.Fault;
import org.xinheng.kernel.OrganisationCode;
import org.xinheng.kernel.Refusal;
import org.xinheng.listing.ListingDraft;
import org.xinheng.listing.RemovalDraft;

class RowReadingTest {
    private static final FeedRowReaderByContract READING = new FeedRowReaderByContract(new Contract(), new NoSheets());

    private final Map<String, String> row = new LinkedHashMap<>(Map.of(
            "listKind", "ZFCG",
            "subject.type", "ORGANISATION",
            "subject.scheme", "USCC",
            "subject.identifier", "91420100XE5X00019Q",
            "designation.documentType", "ADMINISTRATIVE_PENALTY_DECISION",
            "designation.documentNumber", "武财采罚〔2026〕5号",
            "designation.documentDate", "2026-05-01",
            "designation.issuedBy", "武汉市财政局",
            "listedOn", "2026-05-01",
            "region", "420100"));

    @Test
    void a_row_becomes_the_draft_that_the_same_json_would() {
        row.put("gravity", "SERIOUS");
        row.put("designation.legalBases", "ZFCGF-77、ZFCGF-80");
        row.put("designation.measuresReminded", "TRUE");
        row.put("decidedTerm.from", "2026-05-01");
        row.put("decidedTerm.to", "2027-04-30");
        row.put("matterItems.1.sector", "CONSTRUCTION");

        ListingDraft draft = draft();

        assertThat(draft.gravity()).isEqualTo(Gravity.SERIOUS);
        assertThat(draft.listedOn()).isEqualTo(LocalDate.of(2026, 5, 1));
        ListingDraft.DesignationDraft designation = requireNonNull(draft.designation());
        assertThat(designation.legalBases()).containsExactly("ZFCGF-77", "ZFCGF-80");
        assertThat(designation.measuresReminded()).isTrue();
        assertThat(requireNonNull(draft.decidedTerm()).to()).isEqualTo(LocalDate.of(2027, 4, 30));
        assertThat(draft.matterItems())
                .singleElement()
                .satisfies(item -> assertThat(item.sector()).isEqualTo("CONSTRUCTION"));
    }

    @Test
    void an_empty_cell_is_an_absent_field_and_an_empty_element_is_no_element() {
        row.put("gravity", " ");
        row.put("responsiblePersons.1.role", "");
        row.put("responsiblePersons.1.subject.type", "");
        aLegalRepresentative("000000198001010013");

        ListingDraft draft = draft();

        assertThat(draft.gravity()).isNull();
        assertThat(draft.responsiblePersons())
                .singleElement()
                .satisfies(person -> assertThat(person.role()).isEqualTo(TargetRole.LEGAL_REPRESENTATIVE));
    }

    @Test
    void a_fault_is_told_with_the_column_that_the_file_has() {
        row.put("responsiblePersons.1.role", "");
        aLegalRepresentative("000000198001010014");
        row.put("subject.identifier", "91420100XE5X00019R");

        assertThat(reported())
                .containsExactlyInAnyOrder(
                        "subject.identifier IDENTIFIER_CHECK_CHARACTER",
                        "responsiblePersons.3.subject.identifier IDENTIFIER_CHECK_CHARACTER");
    }

    @Test
    void what_the_contract_refuses_is_refused_in_a_row_too() {
        row.put("listedOn", "2026-02-30");
        row.put("designation.measuresReminded", "maybe");
        row.put("designation.legalBases", "ZFCGF-77、 nonsense");
        row.put("gravity", "GRAVE");
        row.remove("region");

        assertThat(reported())
                .containsExactlyInAnyOrder(
                        "listedOn FIELD_FORMAT",
                        "designation.measuresReminded FIELD_TYPE",
                        "designation.legalBases FIELD_FORMAT",
                        "gravity FIELD_VALUE",
                        "region FIELD_MISSING");
    }

    @Test
    void a_character_that_cannot_be_stored_is_a_fault_of_its_cell() {
        row.put("designation.facts", "a\u0000b");

        assertThat(reported()).containsExactly("designation.facts FIELD_VALUE");
    }

    @Test
    void a_term_that_ends_before_it_begins_is_a_fault_of_its_cell() {
        row.put("decidedTerm.from", "2026-05-02");
        row.put("decidedTerm.to", "2026-05-01");

        assertThat(reported()).containsExactly("decidedTerm.to LISTING_DATES");
    }

    @Test
    void a_row_with_another_number_of_cells_is_told_as_a_whole_and_the_others_are_still_read() {
        List<ReadRow> read = read(csv() + "ZFCG,ORGANISATION\n");

        assertThat(read).hasSize(2);
        assertThat(read.get(0).faults()).isEmpty();
        Fault fault = read.get(1).faults().get(0);
        assertThat(fault.code()).isEqualTo(ErrorCode.CELL_COUNT);
        assertThat(fault.arguments()).containsExactly("10", "2");
        assertThat(read.get(1).columnOf().apply(fault.pointer())).isEmpty();
    }

    @Test
    void what_a_spreadsheet_did_to_a_cell_is_told_with_the_way_out() {
        row.put("listedOn", "46143");
        row.put("designation.documentDate", "#REF!");
        assertThat(reported())
                .containsExactlyInAnyOrder("listedOn CELL_DATE_SERIAL", "designation.documentDate CELL_ERROR");
        row.put("listedOn", "2026/5/1");
        row.put("designation.documentDate", "2026年5月1日");
        row.put("subject.scheme", "USCC");
        row.put("subject.identifier", "9.142E+17");
        assertThat(reported()).containsExactly("subject.identifier CELL_SCIENTIFIC");
    }

    @Test
    void a_number_that_lost_its_zeros_is_told_with_them() {
        String code = "00123450" + OrganisationCode.checkCharacter("00123450");
        row.put("subject.scheme", "ORGANISATION_CODE");
        row.put("subject.identifier", code.substring(2));

        Fault fault = read(csv()).get(0).faults().get(0);

        assertThat(fault.code()).isEqualTo(ErrorCode.CELL_ZEROS_LOST);
        assertThat(fault.arguments()).containsExactly("2", code);
    }

    @Test
    void days_in_another_way_of_writing_are_the_same_days() {
        for (String day :
                List.of("2026/5/1", "2026-5-1", "2026.05.01", "20260501", "2026年5月1日", "2026-05-01 00:00:00")) {
            row.put("listedOn", day);
            assertThat(draft().listedOn()).isEqualTo(LocalDate.of(2026, 5, 1));
        }
    }

    @Test
    void a_row_that_removes_says_of_which_entry_from_when_and_why() {
        row.put("operation", "REMOVE");
        row.put("removal.removedOn", "2026-08-01");
        row.put("removal.reason", "期限届满");
        row.put("removal.documentNumber", "移出1号");

        RemovalDraft removal = requireNonNull(read(csv()).get(0).removal());

        assertThat(removal.subject().value()).isEqualTo("91420100XE5X00019Q");
        assertThat(removal.documentNumber()).isEqualTo("武财采罚〔2026〕5号");
        assertThat(removal.removedOn()).isEqualTo(LocalDate.of(2026, 8, 1));
    }

    @Test
    void the_column_that_a_marked_file_carries_says_nothing() {
        row.put("核对结果", "listedOn: …");

        assertThat(draft().listKind()).isEqualTo("ZFCG");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\uFEFF", "\n\n", "listKind,region", "listKind,region\n,\n"})
    void a_file_without_a_row_is_refused(String file) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> read(file))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.BATCH_ROWS));
    }

    @Test
    void columns_that_the_contract_does_not_have_or_that_come_twice_are_all_named() {
        String heading = "listKind,score,listKind,matterItems.sector,matterItems.51.sector,matterItems.0.sector,"
                + "designation.legalBases.1,subject,,responsiblePersons.1.subject.scheme";

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> read(heading + "\nx" + ",".repeat(9) + "\n"))
                .satisfies(refusal -> assertThat(refusal.faults())
                        .extracting(fault -> fault.pointer() + " " + fault.code())
                        .containsExactly(
                                "1/score FIELD_UNKNOWN",
                                "1/listKind COLUMN_DOUBLED",
                                "1/matterItems.sector FIELD_UNKNOWN",
                                "1/matterItems.51.sector FIELD_UNKNOWN",
                                "1/matterItems.0.sector FIELD_UNKNOWN",
                                "1/designation.legalBases.1 FIELD_UNKNOWN",
                                "1/subject FIELD_UNKNOWN"));
    }

    @Test
    void a_column_without_heading_is_ignored_while_it_is_empty_and_named_by_its_letter_where_it_is_not() {
        List<String> columns = new ArrayList<>(row.keySet());
        List<String> cells = new ArrayList<>(row.values());
        columns.add(2, "");
        cells.add(2, " ");
        String heading = String.join(",", columns) + ",\r\n";
        String good = String.join(",", cells) + ",,\r\n";
        cells.set(2, "x");
        String named = String.join(",", cells) + ",\r\n";
        cells.set(2, "");
        String beyond = String.join(",", cells) + ",,y\r\n";

        List<ReadRow> read = read(heading + good + named + beyond);

        assertThat(read.get(0).faults()).isEmpty();
        assertThat(read.get(1).faults()).containsExactly(Fault.at("", ErrorCode.COLUMN_WITHOUT_HEADING, "C"));
        assertThat(read.get(2).faults()).extracting(Fault::code).containsExactly(ErrorCode.CELL_COUNT);
    }

    /** In the third of the groups of columns that a file may have for persons. */
    private void aLegalRepresentative(String number) {
        row.put("responsiblePersons.3.role", "LEGAL_REPRESENTATIVE");
        row.put("responsiblePersons.3.subject.type", "PERSON");
        row.put("responsiblePersons.3.subject.scheme", "CITIZEN_ID");
        row.put("responsiblePersons.3.subject.identifier", number);
    }

    private ListingDraft draft() {
        ReadRow read = read(csv()).get(0);
        assertThat(read.faults()).isEmpty();
        return requireNonNull(read.entry());
    }

    /** Column and code of each fault of the row. */
    private List<String> reported() {
        ReadRow read = read(csv()).get(0);
        List<String> reported = new ArrayList<>();
        for (Fault fault : read.faults()) {
            reported.add(read.columnOf().apply(fault.pointer()) + " " + fault.code());
        }
        return reported;
    }

    private String csv() {
        return String.join(",", row.keySet()) + "\n" + String.join(",", row.values()) + "\n";
    }

    private static List<ReadRow> read(String file) {
        List<ReadRow> rows = new ArrayList<>();
        READING.read(FeedOrder.plain("zh"), new FileInMemory(file.getBytes(StandardCharsets.UTF_8), ""), rows::add);
        return rows;
    }

    /** These files are no workbooks. */
    private static final class NoSheets implements FeedSheets {
        @Override
        public void rows(byte[] workbook, RowTaker taker) {
            throw new AssertionError("no workbook");
        }

        @Override
        public byte[] marked(byte[] workbook, String heading, List<Mark> marks) {
            throw new AssertionError("no workbook");
        }
    }
}
