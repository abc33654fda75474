package org.xinheng.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xinheng.kernel.RefusalAssert.refusal;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** GB 32100-2015; the codes of real organisations are arithmetic examples and say nothing about anyone. */
class UnifiedSocialCreditCodeTest {
    static final List<String> PRINTED =
            List.of(("914403001922038216 9144030071526726XG 91440300708461136T 91330100716105852F 91330100799655058B "
                            + "91110000710925462X 91110000710926094P 91100000100003962T 911000001000013428 "
                            + "9144030010001686XA 91440300100012316L 91440300192181490G 91440400192548256N "
                            + "91440606722473344C 91440300192317458F 91110108551385082Q 911100001011016602 "
                            + "91370200264574251E 9111000071093123XX 91110000802100433B 911101085923662400 "
                            + "91110108562144110X 911201163409833307 91310000132260250X 91310000631696382C "
                            + "91340500150660397M 91511500709066998M 91420000700821272A 91110000710930405L "
                            + "9144030027939873X7 911100007109250324 914403007954257495 91350900587527783P "
                            + "911103026605015136 12100000400002259P 12100000400000624D 12100000707137123P")
                    .split(" "));

    static final List<String> SYNTHETIC =
            List.of(("91420100XE5X00019Q 91420500999999015F 91410700999999023G 91430100999999031L 9242010099999904X5 "
                            + "93420500999999058N 124201009999990668 114201009999990746 51420000999999082P "
                            + "52420000999999090F 534200009999991032 314200009999991115 8142000099999912XP "
                            + "N24205009999991380")
                    .split(" "));

    @Test
    void every_printed_code_holds_with_its_inner_check() {
        assertThat(PRINTED)
                .hasSize(37)
                .allSatisfy(code -> assertThat(new UnifiedSocialCreditCode(code).subjectCodeHolds())
                        .isTrue());
    }

    @Test
    void every_synthetic_code_of_every_authority_holds_with_its_inner_check() {
        assertThat(SYNTHETIC)
                .allSatisfy(code -> assertThat(new UnifiedSocialCreditCode(code).subjectCodeHolds())
                        .isTrue());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "911000001000044477",
                "911000001000054748",
                "914200007146661082",
                "91520000714305507J",
                "911100001000170296",
                "91110000710929383P"
            })
    void a_code_written_from_memory_fails_by_its_check_character(String wrong) {
        Fault fault = refusal(() -> new UnifiedSocialCreditCode(wrong));

        assertThat(fault.code()).isEqualTo(ErrorCode.IDENTIFIER_CHECK_CHARACTER);
        String expected = fault.arguments().get(2);
        assertThat(new UnifiedSocialCreditCode(wrong.substring(0, 17) + expected).value())
                .as("the character that the refusal expects")
                .endsWith(expected);
    }

    @Test
    void any_single_wrong_character_is_found_at_every_position() {
        for (String code : List.of("91420100XE5X00019Q", "N24205009999991380", "9242010099999904X5")) {
            for (int position = 0; position < code.length(); position++) {
                for (char other : UnifiedSocialCreditCode.ALPHABET.toCharArray()) {
                    if (other != code.charAt(position)) {
                        String wrong = code.substring(0, position) + other + code.substring(position + 1);
                        assertThat(refusal(() -> new UnifiedSocialCreditCode(wrong))
                                        .code())
                                .as(wrong)
                                .isIn(
                                        ErrorCode.IDENTIFIER_CHECK_CHARACTER,
                                        ErrorCode.IDENTIFIER_AUTHORITY,
                                        ErrorCode.IDENTIFIER_REGION);
                    }
                }
            }
        }
    }

    @Test
    void every_check_character_occurs_and_exactly_one_fits() {
        StringBuilder seen = new StringBuilder();
        for (char last : UnifiedSocialCreditCode.ALPHABET.toCharArray()) {
            String first17 = "9142010099999901" + last;
            long fitting = UnifiedSocialCreditCode.ALPHABET
                    .chars()
                    .filter(check -> UnifiedSocialCreditCode.fault(first17 + (char) check) == null)
                    .count();
            assertThat(fitting).as(first17).isEqualTo(1);
            seen.append(UnifiedSocialCreditCode.checkCharacter(first17));
        }
        assertThat(seen.chars().distinct().count()).isEqualTo(31);
    }

    @ParameterizedTest
    @CsvSource({
        "1,1239",
        "2,19",
        "3,123459",
        "4,19",
        "5,123459",
        "6,129",
        "7,129",
        "8,19",
        "9,1239",
        "A,19",
        "N,1239",
        "Y,1"
    })
    void an_authority_gives_out_its_own_categories_only(char authority, String categories) {
        for (char category : UnifiedSocialCreditCode.ALPHABET.toCharArray()) {
            String first17 = "" + authority + category + "420100999999015";
            String code = first17 + UnifiedSocialCreditCode.checkCharacter(first17);
            if (categories.indexOf(category) >= 0) {
                assertThat(UnifiedSocialCreditCode.fault(code)).as(code).isNull();
            } else {
                Fault fault = refusal(() -> new UnifiedSocialCreditCode(code));
                assertThat(fault.code()).as(code).isEqualTo(ErrorCode.IDENTIFIER_AUTHORITY);
                assertThat(fault.arguments().get(1)).startsWith("" + authority + categories.charAt(0));
            }
        }
    }

    @Test
    void no_other_letter_is_an_authority() {
        for (char authority : "0BCDEFGHJKLMPQRTUWX".toCharArray()) {
            String first17 = authority + "1420100999999015";
            Fault fault = refusal(
                    () -> new UnifiedSocialCreditCode(first17 + UnifiedSocialCreditCode.checkCharacter(first17)));
            assertThat(fault.code()).isEqualTo(ErrorCode.IDENTIFIER_AUTHORITY);
            assertThat(fault.arguments().get(1)).startsWith("11 12").endsWith("Y1");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"9100000099999901", "9116010099999901", "91X2010099999901", "9142010A99999901"})
    void a_division_that_numbers_nobody_is_refused(String first16) {
        String first17 = first16 + "5";
        Fault fault =
                refusal(() -> new UnifiedSocialCreditCode(first17 + UnifiedSocialCreditCode.checkCharacter(first17)));

        assertThat(fault.code()).isEqualTo(ErrorCode.IDENTIFIER_REGION);
        assertThat(fault.arguments()).containsExactly("USCC", "3–8", first17.substring(2, 8));
    }

    @Test
    void a_code_whose_inner_check_fails_is_a_code_all_the_same() {
        UnifiedSocialCreditCode code = UnifiedSocialCreditCode.completing("91420100999999016");

        assertThat(code.subjectCodeHolds()).isFalse();
        assertThat(code.region()).isEqualTo(new RegionCode("420100"));
        assertThat(code.subjectCode()).isEqualTo("999999016");
    }

    @Test
    void the_letters_that_the_standard_leaves_out_are_named_with_their_position() {
        for (char letter : "IOSVZ".toCharArray()) {
            Fault fault = refusal(() -> new UnifiedSocialCreditCode("91420100" + letter + "E5X00019Q"));
            assertThat(fault.code()).isEqualTo(ErrorCode.IDENTIFIER_CHARACTER);
            assertThat(fault.arguments()).startsWith("USCC", "9", String.valueOf(letter));
        }
    }
}
