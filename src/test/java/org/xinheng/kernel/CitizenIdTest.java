package org.xinheng.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xinheng.kernel.RefusalAssert.refusal;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** GB 11643-1999; the numbers begin with digits under which nobody is registered. */
class CitizenIdTest {
    @ParameterizedTest
    @ValueSource(strings = {"000000198001010013", "000000200002290029", "999999198512310032"})
    void a_number_with_a_calendar_day_and_its_check_character_holds(String number) {
        assertThat(new CitizenId(number).value()).isEqualTo(number);
    }

    @Test
    void the_arithmetic_gives_the_example_of_the_standard() {
        assertThat(CitizenId.checkCharacter("11010519491231002")).isEqualTo('X');
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "00000019900229001", // no leap year
                "00000019000229001", // no leap year either
                "00000019901301001",
                "00000019900001001",
                "00000019900431001",
                "00000019900100001",
                "00000017991231001",
                "00000000000101001"
            })
    void a_day_that_no_calendar_has_is_refused_although_the_check_character_is_right(String first17) {
        Fault fault = refusal(() -> CitizenId.completing(first17));

        assertThat(fault.code()).isEqualTo(ErrorCode.IDENTIFIER_BIRTH_DATE);
        assertThat(fault.arguments()).containsExactly("CITIZEN_ID", "7–14");
    }

    @Test
    void the_vector_with_the_right_check_character_and_the_wrong_day_is_refused_by_its_day() {
        assertThat(CitizenId.checkCharacter("00000019900229001")).isEqualTo('5');
        assertThat(refusal(() -> new CitizenId("000000199002290015")).code())
                .isEqualTo(ErrorCode.IDENTIFIER_BIRTH_DATE);
    }

    @Test
    void any_single_wrong_digit_is_found_at_every_position() {
        String number = "000000198001010013";
        for (int position = 0; position < number.length(); position++) {
            for (char other : "0123456789X".toCharArray()) {
                if (other != number.charAt(position)) {
                    String wrong = number.substring(0, position) + other + number.substring(position + 1);
                    assertThat(refusal(() -> new CitizenId(wrong)).code())
                            .isIn(
                                    ErrorCode.IDENTIFIER_CHECK_CHARACTER,
                                    ErrorCode.IDENTIFIER_BIRTH_DATE,
                                    ErrorCode.IDENTIFIER_REGION,
                                    ErrorCode.IDENTIFIER_CHARACTER);
                }
            }
        }
    }

    @Test
    void every_check_character_occurs_and_exactly_one_fits() {
        Set<Character> seen = new HashSet<>();
        for (int sequence = 0; sequence < 1000; sequence++) {
            String first17 = "00000019800101" + String.format(java.util.Locale.ROOT, "%03d", sequence);
            seen.add(CitizenId.checkCharacter(first17));
            assertThat("0123456789X"
                            .chars()
                            .filter(check -> CitizenId.fault(first17 + (char) check) == null)
                            .count())
                    .isEqualTo(1);
        }
        assertThat(seen).hasSize(11);
    }

    @Test
    void a_division_that_registers_nobody_is_refused() {
        assertThat(refusal(() -> CitizenId.completing("16000019800101001")).code())
                .isEqualTo(ErrorCode.IDENTIFIER_REGION);
        assertThat(refusal(() -> CitizenId.completing("00000119800101001")).code())
                .isEqualTo(ErrorCode.IDENTIFIER_REGION);
    }

    @Test
    void the_old_number_of_fifteen_digits_is_refused_by_its_length() {
        assertThat(refusal(() -> new CitizenId("000000800101001")).arguments())
                .containsExactly("CITIZEN_ID", "18", "15");
    }

    @Test
    void an_x_stands_at_the_end_only() {
        Fault fault = refusal(() -> new CitizenId("0000001980010100X3"));
        assertThat(fault.code()).isEqualTo(ErrorCode.IDENTIFIER_CHARACTER);
        assertThat(fault.arguments()).startsWith("CITIZEN_ID", "17", "X");
    }

    @Test
    void it_is_never_shown_in_full() {
        CitizenId id = new CitizenId("000000198001010013");
        assertThat(id.masked()).isEqualTo("000000********0013");
        assertThat(id).hasToString("000000********0013");
    }
}
