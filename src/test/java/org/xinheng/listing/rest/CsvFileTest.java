package org.xinheng.listing.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xinheng.kernel.ErrorCode;
import org.xinheng.kernel.Refusal;

class CsvFileTest {
    @Test
    void rows_know_the_line_they_begin_on_and_rows_without_a_word_are_left_out() {
        CsvFile file = read("a, b \r\n1,\"x\r\ny, \"\"z\"\"\"\r\n\r\n,  \r\n3,4\r\n,\r\n");

        assertThat(file.heading()).containsExactly("a", "b");
        assertThat(file.rows())
                .containsExactly(
                        new CsvFile.Row(2, List.of("1", "x\r\ny, \"z\"")), new CsvFile.Row(6, List.of("3", "4")));
    }

    @Test
    void a_byte_order_mark_belongs_to_no_column() {
        assertThat(read("\uFEFFa,b\n1,2").heading()).containsExactly("a", "b");
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
        byte[] file = "a,b\n1,名".getBytes(StandardCharsets.UTF_8);
        file[file.length - 1] = 'x';

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> CsvFile.read(file))
                .satisfies(refusal -> {
                    assertThat(refusal.code()).isEqualTo(ErrorCode.MALFORMED_CSV);
                    assertThat(refusal.faults().get(0).arguments()).containsExactly("2", "3");
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\uFEFF", "\n\n", "a,b", "a,b\n,\n"})
    void a_file_without_a_row_is_refused(String file) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> read(file))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.BATCH_ROWS));
    }

    @Test
    void ten_thousand_rows_are_read_and_one_more_is_refused() {
        assertThat(read("a\n" + "x\n".repeat(10_000)).rows()).hasSize(10_000);
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> read("a\n" + "x\n".repeat(10_001)))
                .satisfies(refusal ->
                        assertThat(refusal.faults().get(0).arguments()).containsExactly("10000", "10001"));
    }

    private static CsvFile read(String text) {
        return CsvFile.read(text.getBytes(StandardCharsets.UTF_8));
    }
}
