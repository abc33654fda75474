package org.xinheng.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xinheng.kernel.RefusalAssert.refusal;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The numbers from before the unified code: GS 15-2006 and GB 11714-1997. */
class OldNumbersTest {
    @ParameterizedTest
    @ValueSource(strings = {"420100000000014", "100000000044760"})
    void a_registration_number_with_its_check_digit_holds(String number) {
        assertThat(new RegistrationNumber(number).value()).isEqualTo(number);
    }

    @Test
    void any_single_wrong_digit_of_a_registration_number_is_found() {
        String number = "420100000000014";
        for (int position = 0; position < number.length(); position++) {
            for (char other = '0'; other <= '9'; other++) {
                if (other != number.charAt(position)) {
                    String wrong = number.substring(0, position) + other + number.substring(position + 1);
                    assertThat(refusal(() -> new RegistrationNumber(wrong)).code())
                            .isEqualTo(ErrorCode.IDENTIFIER_CHECK_CHARACTER);
                }
            }
        }
    }

    @Test
    void every_check_digit_of_a_registration_number_occurs_and_exactly_one_fits() {
        Set<Character> seen = new HashSet<>();
        for (int sequence = 0; sequence < 100; sequence++) {
            String first14 = "420100000000" + String.format(Locale.ROOT, "%02d", sequence);
            seen.add(RegistrationNumber.checkCharacter(first14));
            assertThat("0123456789"
                            .chars()
                            .filter(check -> RegistrationNumber.fault(first14 + (char) check) == null)
                            .count())
                    .isEqualTo(1);
        }
        assertThat(seen).hasSize(10);
    }

    @Test
    void the_subject_code_of_every_example_is_an_organisation_code() {
        for (String code : UnifiedSocialCreditCodeTest.SYNTHETIC) {
            assertThat(OrganisationCode.fault(code.substring(8, 17))).as(code).isNull();
        }
    }

    @Test
    void every_check_character_of_an_organisation_code_occurs_and_exactly_one_fits() {
        Set<Character> seen = new HashSet<>();
        for (char last : "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ".toCharArray()) {
            String first8 = "9999990" + last;
            seen.add(OrganisationCode.checkCharacter(first8));
            assertThat("0123456789X"
                            .chars()
                            .filter(check -> OrganisationCode.fault(first8 + (char) check) == null)
                            .count())
                    .isEqualTo(1);
        }
        assertThat(seen).hasSize(11);
    }

    @Test
    void the_check_character_ten_is_x_and_eleven_is_naught() {
        assertThat(OrganisationCode.checkCharacter("XE5X0001")).isEqualTo('9');
        assertThat(OrganisationCode.checkCharacter("99999904")).isEqualTo('X');
        assertThat(OrganisationCode.checkCharacter("99999909")).isEqualTo('0');
    }

    @Test
    void a_region_is_six_digits() {
        assertThat(new RegionCode("420100")).hasToString("420100");
        for (String wrong : new String[] {"", "42010", "4201000", "42010A", "４２０１００"}) {
            assertThat(refusal(() -> new RegionCode(wrong)).code()).isEqualTo(ErrorCode.FIELD_FORMAT);
        }
    }
}
