package org.xinheng.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RefusalTextsTest {
    private static final Pattern ARGUMENT = Pattern.compile("\\{\\d}");
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

    @ParameterizedTest
    @EnumSource
    void every_code_has_a_sentence_in_both_languages_with_the_same_arguments(ErrorCode code) throws IOException {
        String chinese = texts("zh").getProperty(code.name());
        String english = texts("en").getProperty(code.name());

        assertThat(chinese)
                .as("Chinese text of " + code)
                .isNotBlank()
                .containsPattern(HAN)
                .doesNotEndWith("。");
        assertThat(english)
                .as("English text of " + code)
                .isNotBlank()
                .doesNotContainPattern(HAN)
                .doesNotEndWith(".");
        assertThat(arguments(english)).as(code.name()).isEqualTo(arguments(chinese));
        assertThat(RefusalTexts.title(code.status(), Locale.CHINESE)).containsPattern(HAN);
        assertThat(RefusalTexts.title(code.status(), Locale.ENGLISH)).doesNotContainPattern(HAN);
    }

    @Test
    void no_text_stands_for_a_code_that_is_gone() throws IOException {
        Set<String> codes = Arrays.stream(ErrorCode.values()).map(Enum::name).collect(Collectors.toSet());
        for (String language : new String[] {"zh", "en"}) {
            assertThat(texts(language).stringPropertyNames())
                    .filteredOn(key -> !key.startsWith("status."))
                    .containsExactlyInAnyOrderElementsOf(codes);
        }
        assertThat(texts("zh").keySet()).isEqualTo(texts("en").keySet());
    }

    @Test
    void an_argument_stands_as_it_is_and_is_not_read_again() {
        Fault fault = Fault.at("", ErrorCode.CODE_UNKNOWN, "'{1}' ${x} \\u0041 {0}", "matters");

        assertThat(RefusalTexts.sentence(fault, Locale.ENGLISH))
                .isEqualTo("code `'{1}' ${x} \\u0041 {0}` is not in the register `matters`; look it up under "
                        + "`/v1/registers/matters`");
    }

    @Test
    void an_argument_that_was_forgotten_leaves_an_ellipsis() {
        assertThat(RefusalTexts.sentence(Fault.at("/x", ErrorCode.FIELD_MISSING), Locale.ENGLISH))
                .isEqualTo("field `…` is required; add it");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en|en",
                "en-GB,en;q=0.9|en",
                "zh-CN,zh;q=0.9,en;q=0.8|zh",
                "en;q=0.2,zh;q=0.9|zh",
                "fr,en;q=0.5|en",
                "fr|zh",
                "*|zh",
                "''|zh",
                ";;;q=banana|zh",
                "zh-Hant-TW|zh"
            })
    void the_language_is_the_preferred_one_of_the_two_and_chinese_otherwise(String header, String language) {
        assertThat(RefusalTexts.preferred(header).getLanguage()).isEqualTo(language);
    }

    @Test
    void without_the_header_the_answer_is_chinese() {
        assertThat(RefusalTexts.preferred(null)).isEqualTo(Locale.CHINESE);
    }

    private static Set<String> arguments(String text) {
        return ARGUMENT.matcher(text)
                .results()
                .map(match -> match.group())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Properties texts(String language) throws IOException {
        Properties texts = new Properties();
        try (var file = Objects.requireNonNull(
                RefusalTexts.class.getResourceAsStream("/messages/errors_" + language + ".properties"))) {
            texts.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        }
        return texts;
    }
}
