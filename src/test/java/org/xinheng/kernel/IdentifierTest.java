package org.xinheng.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xinheng.kernel.IdentifierScheme.CITIZEN_ID;
import static org.xinheng.kernel.IdentifierScheme.HK_MACAO_PERMIT;
import static org.xinheng.kernel.IdentifierScheme.ORGANISATION_CODE;
import static org.xinheng.kernel.IdentifierScheme.OTHER_ID;
import static org.xinheng.kernel.IdentifierScheme.PASSPORT;
import static org.xinheng.kernel.IdentifierScheme.TAIWAN_PERMIT;
import static org.xinheng.kernel.IdentifierScheme.USCC;
import static org.xinheng.kernel.RefusalAssert.refusal;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifierTest {
    private static final String POINTER = "/subject/identifier";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "91420100XE5X00019Q",
                "91420100xe5x00019q",
                "９１４２０１００ＸＥ５Ｘ０００１９Ｑ",
                "９１４２０１００ｘｅ５ｘ０００１９ｑ",
                " 9142 0100 XE5X 0001 9Q ",
                "914201-00XE5X0001-9Q",
                "914201—00XE5X0001–9Q",
                "914201－00XE5X0001−9Q",
                "\u00A091420100\u3000XE5X\u202F00019Q\t",
                "\uFEFF91420100\u200BXE5X00019Q\r\n",
                "\u202A91420100XE5X00019Q\u202C"
            })
    void every_spelling_from_a_spreadsheet_is_one_and_the_same_identifier(String raw) {
        assertThat(Identifier.parse(USCC, raw, POINTER)).isEqualTo(new Identifier(USCC, "91420100XE5X00019Q"));
    }

    @Test
    void no_locale_changes_what_a_letter_is() {
        Locale before = Locale.getDefault();
        try {
            for (String tag : List.of("tr-TR", "zh-CN", "ar-EG-u-nu-arab", "th-TH-u-nu-thai", "lt-LT")) {
                Locale.setDefault(Locale.forLanguageTag(tag));
                assertThat(Identifier.parse(OTHER_ID, "ij12 34i", POINTER).value())
                        .as(tag)
                        .isEqualTo("IJ1234I");
                Fault fault = refusal(() -> Identifier.parse(USCC, "9142010XE5X00019Q", POINTER));
                assertThat(fault.arguments()).as(tag).containsExactly("USCC", "18", "17");
            }
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void a_number_that_a_spreadsheet_turned_into_a_float_is_refused() {
        Fault fault = refusal(() -> Identifier.parse(USCC, "9.14403E+17", POINTER));

        assertThat(fault.code()).isEqualTo(ErrorCode.IDENTIFIER_CHARACTER);
        assertThat(fault.arguments()).startsWith("USCC", "2", ".");
    }

    @Test
    void a_refusal_points_at_the_field_and_expects_a_character() {
        Fault fault = refusal(() -> Identifier.parse(USCC, "91420100XE5X00019R", POINTER));

        assertThat(fault).isEqualTo(Fault.at(POINTER, ErrorCode.IDENTIFIER_CHECK_CHARACTER, "USCC", "18", "Q", "R"));
        assertThat(RefusalTexts.sentence(fault, Locale.ENGLISH)).contains("position 18 must be `Q`, but it is `R`");
        assertThat(RefusalTexts.sentence(fault, Locale.CHINESE)).contains("第 18 位应为 `Q`，实为 `R`");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "-", "\u200B\u00A0—"})
    void what_is_nothing_but_separators_is_blank(String raw) {
        for (IdentifierScheme scheme : IdentifierScheme.values()) {
            assertThat(refusal(() -> Identifier.parse(scheme, raw, POINTER)))
                    .isEqualTo(Fault.at(POINTER, ErrorCode.IDENTIFIER_BLANK, scheme.name()));
        }
    }

    @Test
    void control_characters_and_halves_of_pairs_are_named_by_number() {
        assertThat(refusal(() -> Identifier.parse(OTHER_ID, "AB\u0000CD", POINTER))
                        .arguments())
                .startsWith("OTHER_ID", "3", "U+0000");
        assertThat(refusal(() -> Identifier.parse(PASSPORT, "AB\uD83DCD", POINTER))
                        .arguments())
                .startsWith("PASSPORT", "3", "U+D83D");
        assertThat(refusal(() -> Identifier.parse(PASSPORT, "AB12'; DROP", POINTER))
                        .arguments())
                .startsWith("PASSPORT", "5", "'");
    }

    @ParameterizedTest
    @CsvSource({
        "PASSPORT,e1234 5678,E12345678",
        "PASSPORT,EA1234567,EA1234567",
        "HK_MACAO_PERMIT,h12345678,H12345678",
        "HK_MACAO_PERMIT,M1234567801,M1234567801",
        "TAIWAN_PERMIT,12345678,12345678",
        "TAIWAN_PERMIT,0012345678(B),0012345678B",
        "TAIWAN_PERMIT,0012345678（b）,0012345678B",
        "OTHER_ID,军字第1234567号,军字第1234567号",
        "OTHER_ID,A123456(7),A1234567",
        "ORGANISATION_CODE,XE5X0001-9,XE5X00019",
        "REGISTRATION_NUMBER,420100 0000 00014,420100000000014",
        "CITIZEN_ID,000000 19800101 0013,000000198001010013"
    })
    void a_document_is_read_as_it_is_printed(IdentifierScheme scheme, String raw, String value) {
        assertThat(Identifier.parse(scheme, raw, POINTER).value()).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({
        "PASSPORT,E123,IDENTIFIER_LENGTH",
        "PASSPORT,E12345678901234567890,IDENTIFIER_LENGTH",
        "PASSPORT,护12345678,IDENTIFIER_CHARACTER",
        "HK_MACAO_PERMIT,H1234567,IDENTIFIER_LENGTH",
        "HK_MACAO_PERMIT,K12345678,IDENTIFIER_CHARACTER",
        "HK_MACAO_PERMIT,H123456789,IDENTIFIER_CHARACTER",
        "TAIWAN_PERMIT,1234567,IDENTIFIER_LENGTH",
        "TAIWAN_PERMIT,123A5678,IDENTIFIER_CHARACTER",
        "OTHER_ID,12,IDENTIFIER_LENGTH",
        "ORGANISATION_CODE,XE5X0001-8,IDENTIFIER_CHECK_CHARACTER",
        "REGISTRATION_NUMBER,420100000000015,IDENTIFIER_CHECK_CHARACTER"
    })
    void a_number_that_is_not_of_its_scheme_is_refused(IdentifierScheme scheme, String raw, ErrorCode code) {
        assertThat(refusal(() -> Identifier.parse(scheme, raw, POINTER)).code()).isEqualTo(code);
    }

    @Test
    void a_scheme_numbers_one_type_of_subject() {
        for (IdentifierScheme scheme : IdentifierScheme.values()) {
            SubjectType other = scheme.personal() ? SubjectType.ORGANISATION : SubjectType.PERSON;
            Fault fault = refusal(() -> Identifier.parse(other, scheme, "/subject/scheme", "whatever", POINTER));
            assertThat(fault.code()).isEqualTo(ErrorCode.IDENTIFIER_SCHEME_MISMATCH);
            assertThat(fault.pointer()).isEqualTo("/subject/scheme");
        }
        assertThat(Identifier.parse(SubjectType.PERSON, CITIZEN_ID, "", "000000198001010013", "")
                        .subjectType())
                .isEqualTo(SubjectType.PERSON);
    }

    @Test
    void a_person_is_never_shown_in_full_and_an_organisation_always() {
        assertThat(new Identifier(CITIZEN_ID, "000000198001010013").masked()).isEqualTo("000000********0013");
        assertThat(new Identifier(PASSPORT, "E12345678").masked()).isEqualTo("E1*****78");
        assertThat(new Identifier(HK_MACAO_PERMIT, "H1234567801").masked()).isEqualTo("H12******01");
        assertThat(new Identifier(TAIWAN_PERMIT, "12345678").masked()).isEqualTo("12****78");
        assertThat(new Identifier(OTHER_ID, "1234").masked()).isEqualTo("1**4");
        assertThat(new Identifier(OTHER_ID, "A".repeat(40)).masked()).containsPattern("\\*{30}");
        assertThat(new Identifier(USCC, "91420100XE5X00019Q").masked()).isEqualTo("91420100XE5X00019Q");
        assertThat(new Identifier(ORGANISATION_CODE, "XE5X00019")).hasToString("ORGANISATION_CODE XE5X00019");
        assertThat(new Identifier(CITIZEN_ID, "000000198001010013")).hasToString("CITIZEN_ID 000000********0013");
        assertThat(new TravelDocument(PASSPORT, "E12345678")).hasToString("PASSPORT E1*****78");
    }

    @Test
    void no_refusal_repeats_a_persons_number() {
        for (String wrong :
                List.of("000000198001010014", "000000199002290015", "00000019800101001", "0000001980010100130")) {
            Fault fault = refusal(() -> Identifier.parse(CITIZEN_ID, wrong, POINTER));
            assertThat(RefusalTexts.sentence(fault, Locale.ENGLISH)).doesNotContain(wrong.substring(6, 14));
        }
    }
}
