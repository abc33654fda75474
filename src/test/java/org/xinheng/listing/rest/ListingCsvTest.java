package org.xinheng.listing.rest;

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
import org.xinheng.catalogue.Gravity;
import org.xinheng.catalogue.TargetRole;
import org.xinheng.contract.Contract;
import org.xinheng.kernel.ErrorCode;
import org.xinheng.kernel.Fault;
import org.xinheng.kernel.Refusal;
import org.xinheng.listing.ListingDraft;
import org.xinheng.listing.service.EnterBatch.RowRead;

class ListingCsvTest {
    private static final ListingCsv CSV = new ListingCsv(new Contract());

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
        row.put("responsiblePersons.3.role", "LEGAL_REPRESENTATIVE");
        row.put("responsiblePersons.3.subject.type", "PERSON");
        row.put("responsiblePersons.3.subject.scheme", "CITIZEN_ID");
        row.put("responsiblePersons.3.subject.identifier", "000000198001010013");

        ListingDraft draft = draft();

        assertThat(draft.gravity()).isNull();
        assertThat(draft.responsiblePersons())
                .singleElement()
                .satisfies(person -> assertThat(person.role()).isEqualTo(TargetRole.LEGAL_REPRESENTATIVE));
    }

    @Test
    void a_fault_is_told_with_the_column_that_the_file_has() {
        row.put("responsiblePersons.1.role", "");
        row.put("responsiblePersons.3.role", "LEGAL_REPRESENTATIVE");
        row.put("responsiblePersons.3.subject.type", "PERSON");
        row.put("responsiblePersons.3.subject.scheme", "CITIZEN_ID");
        row.put("responsiblePersons.3.subject.identifier", "000000198001010014");
        row.put("subject.identifier", "91420100XE5X00019R");

        assertThat(told())
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

        assertThat(told())
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

        assertThat(told()).containsExactly("designation.facts FIELD_VALUE");
    }

    @Test
    void a_term_that_ends_before_it_begins_is_a_fault_of_its_cell() {
        row.put("decidedTerm.from", "2026-05-02");
        row.put("decidedTerm.to", "2026-05-01");

        assertThat(told()).containsExactly("decidedTerm.to LISTING_DATES");
    }

    @Test
    void a_row_with_another_number_of_cells_is_told_as_a_whole_and_the_others_are_still_read() {
        ListingCsv.Read read = CSV.read((csv() + "ZFCG,ORGANISATION\n").getBytes(StandardCharsets.UTF_8));

        assertThat(read.rows()).hasSize(2);
        assertThat(read.rows().get(0).faults()).isEmpty();
        Fault fault = read.rows().get(1).faults().get(0);
        assertThat(fault.code()).isEqualTo(ErrorCode.CELL_COUNT);
        assertThat(fault.arguments()).containsExactly("10", "2");
        assertThat(read.columnOf(3, fault)).isEmpty();
    }

    @Test
    void columns_that_the_contract_does_not_have_or_that_come_twice_are_all_named() {
        String heading = "listKind,score,listKind,matterItems.sector,matterItems.51.sector,matterItems.0.sector,"
                + "designation.legalBases.1,subject,,responsiblePersons.1.subject.scheme";

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> CSV.read((heading + "\nx" + ",".repeat(9)).getBytes(StandardCharsets.UTF_8)))
                .satisfies(refusal -> assertThat(refusal.faults())
                        .extracting(fault -> fault.pointer() + " " + fault.code())
                        .containsExactly(
                                "1/score FIELD_UNKNOWN",
                                "1/listKind COLUMN_DOUBLED",
                                "1/matterItems.sector FIELD_UNKNOWN",
                                "1/matterItems.51.sector FIELD_UNKNOWN",
                                "1/matterItems.0.sector FIELD_UNKNOWN",
                                "1/designation.legalBases.1 FIELD_UNKNOWN",
                                "1/subject FIELD_UNKNOWN",
                                "1 FIELD_UNKNOWN"));
    }

    private ListingDraft draft() {
        RowRead read = CSV.read(csv().getBytes(StandardCharsets.UTF_8)).rows().get(0);
        assertThat(read.faults()).isEmpty();
        return requireNonNull(read.draft());
    }

    /** Column and code of each fault of the row. */
    private List<String> told() {
        ListingCsv.Read read = CSV.read(csv().getBytes(StandardCharsets.UTF_8));
        List<String> told = new ArrayList<>();
        for (Fault fault : read.rows().get(0).faults()) {
            told.add(read.columnOf(2, fault) + " " + fault.code());
        }
        return told;
    }

    private String csv() {
        return String.join(",", row.keySet()) + "\n" + String.join(",", row.values()) + "\n";
    }
}
