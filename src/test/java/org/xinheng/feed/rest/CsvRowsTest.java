package org.xinheng.feed.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xinheng.feed.FeedFile;
import org.xinheng.feed.FileInMemory;
import org.xinheng.feed.TextEncoding;
import org.xinheng.kernel.ErrorCode;
import org.xinheng.kernel.Fault;
import org.xinheng.kernel.Refusal;

class CsvRowsTest {
    @Test
    void rows_know_the_line_they_begin_on_and_rows_without_a_word_are_left_out() {
        assertThat(read("a, b \r\n1,\"x\r\ny, \"\"z\"\"\"\r\n\r\n,  \r\n3,4\r\n,\r\n"))
                .containsExactly(
                        new CsvRows.Row(1, List.of("a", " b "), false),
                        new CsvRows.Row(2, List.of("1", "x\r\ny, \"z\""), false),
                        new CsvRows.Row(6, List.of("3", "4"), false));
    }

    @Test
    void a_byte_order_mark_belongs_to_no_column() {
        assertThat(read("\uFEFFa,b\n1,2\n").get(0).cells()).containsExactly("a", "b");
    }

    @Test
    void a_row_in_which_the_file_ends_is_known() {
        assertThat(read("a,b\n1,2\n3,4")).extracting(CsvRows.Row::cutOff).containsExactly(false, false, true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\tb\n1\t2\n", "a;b\n1;2\n", "a,b\n1,2\n"})
    void cells_are_parted_by_what_parts_the_heading(String file) {
        assertThat(read(file)).extracting(CsvRows.Row::cells).containsExactly(List.of("a", "b"), List.of("1", "2"));
    }

    @Test
    void gb18030_and_utf_16_are_read_and_only_what_nothing_says_is_a_guess() {
        String text = "名,b\n武汉示范公司,2\n";
        FeedFile guessed = file(text.getBytes(Charset.forName("GB18030")));
        FeedFile marked = file(("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE));

        assertThat(guessed.encoding()).isEqualTo(new TextEncoding("GB18030", true, false));
        assertThat(marked.encoding()).isEqualTo(new TextEncoding("UTF-16LE", false, true));
        assertThat(List.of(rows(guessed), rows(marked))).containsOnly(read(text));
    }

    @Test
    void a_file_that_ends_in_a_character_was_cut_off() {
        byte[] whole = "a,b\n1,名".getBytes(StandardCharsets.UTF_8);
        byte[] file = Arrays.copyOf(whole, whole.length - 1);

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> rows(file(file)))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.FILE_CUT_OFF));
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void a_quote_that_takes_in_rows_is_refused_at_its_line_with_the_line_where_it_closes(String separator) {
        String file = """
                a,b,c,d,e
                1,2,3,4,5
                6,"7,8,9,0
                1,2,3,4,5
                6",7,8,9,0
                """.replace(",", separator);

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> read(file))
                .satisfies(refusal -> assertThat(refusal.faults().get(0))
                        .isEqualTo(Fault.at("", ErrorCode.CELL_HOLDS_ROWS, "3", "2", "5")));
    }

    @Test
    void a_cell_that_goes_on_as_its_row_begins_is_refused_however_short_it_is() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> read("a,b,c,d,e,f\nZFCG,2,3,4,5,6\nZFCG,2,3,4,5,\"6\nZFCG,2\",3\n"))
                .satisfies(refusal -> assertThat(refusal.faults().get(0))
                        .isEqualTo(Fault.at("", ErrorCode.CELL_HOLDS_ROWS, "3", "6", "4")));
    }

    @Test
    void a_text_of_several_lines_with_some_commas_is_a_text() {
        String text = "first, second\r\nthird, fourth";
        assertThat(read("a,b,c,d,e\n1,2,\"" + text + "\",4,5\n").get(1).cells())
                .containsExactly("1", "2", text, "4", "5");
    }

    @Test
    void a_quote_that_is_never_closed_is_reported_where_it_opens() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> read("a,b\n1,\"x\ny\"\n\n3,\"open\n5,6\n7,8\n"))
                .satisfies(refusal ->
                        assertThat(refusal.faults().get(0)).isEqualTo(Fault.at("", ErrorCode.MALFORMED_CSV, "5", "2")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sep=;\n", "SEP=;\r\n", "\uFEFFsep=;\n"})
    void the_hint_of_excel_names_the_separator_and_is_no_heading(String hint) {
        assertThat(read(hint + "a,x;b\n1,5;2\n"))
                .extracting(CsvRows.Row::cells)
                .containsExactly(List.of("a,x", "b"), List.of("1,5", "2"));
    }

    @Test
    void a_number_kept_as_a_text_and_control_characters_at_an_end_are_read_as_what_is_seen() {
        assertThat(read("a,b\n\"=\"\"000123\"\"\",2\u0000\n=\"0045\",x\n\u001a"))
                .extracting(CsvRows.Row::cells)
                .containsExactly(List.of("a", "b"), List.of("000123", "2"), List.of("0045", "x"));
    }

    @ParameterizedTest
    @CsvSource({"'a,b\n1,\"open\n2,3\n'", "'a,b\n\"1\"z,2\n'"})
    void a_quote_that_is_not_closed_and_text_behind_one_are_no_csv(String file) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> read(file))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.MALFORMED_CSV));
    }

    @Test
    void bytes_that_are_no_utf_8_are_refused_at_their_place() {
        byte[] file = "a,b\n1,武汉示范企业名".getBytes(StandardCharsets.UTF_8);
        file[file.length - 1] = 'x';

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> rows(file(file)))
                .satisfies(refusal -> {
                    assertThat(refusal.code()).isEqualTo(ErrorCode.MALFORMED_CSV);
                    assertThat(refusal.faults().get(0).arguments()).containsExactly("2", "9");
                });
    }

    private static List<CsvRows.Row> read(String text) {
        return rows(file(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static FeedFile file(byte[] bytes) {
        return new FileInMemory(bytes, "");
    }

    private static List<CsvRows.Row> rows(FeedFile file) {
        List<CsvRows.Row> rows = new ArrayList<>();
        CsvRows.read(file, rows::add);
        return rows;
    }
}
