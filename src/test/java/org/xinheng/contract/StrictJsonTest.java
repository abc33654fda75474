package org.xinheng.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.xinheng.kernel.RefusalAssert.refusal;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xinheng.kernel.ErrorCode;
import org.xinheng.kernel.Fault;

class StrictJsonTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "{",
                "{\"a\":1",
                "{\"a\":1}}",
                "{\"a\":1} x",
                "{\"a\":1}{\"b\":2}",
                "{\"a\":1,\"a\":1}",
                "{\"a\":{\"b\":1,\"b\":2}}",
                "{a:1}",
                "{'a':1}",
                "{\"a\":1,}",
                "{\"a\":NaN}",
                "{\"a\":Infinity}",
                "{\"a\":-Infinity}",
                "{\"a\":01}",
                "{\"a\":+1}",
                "{\"a\":.5}",
                "{\"a\":0x10}",
                "{\"a\":\"tab\there\"}",
                "{\"a\":\"\\x\"}",
                "{\"a\":\"\\u12\"}",
                "/* no */ {}",
                "nul"
            })
    void what_is_not_json_is_refused(String text) {
        assertThat(refusal(() -> read(text)).code()).isEqualTo(ErrorCode.MALFORMED_JSON);
    }

    @Test
    void bytes_that_are_no_utf_8_are_refused() {
        for (byte[] bytes : new byte[][] {{'"', (byte) 0xC3, '"'}, {'"', (byte) 0xFF, '"'}, {(byte) 0xFE}}) {
            assertThat(refusal(() -> StrictJson.read(bytes)).code()).isEqualTo(ErrorCode.MALFORMED_JSON);
        }
    }

    @Test
    void the_refusal_tells_the_place_and_nothing_of_what_was_sent() {
        Fault fault = refusal(() -> read("{\n  \"identifier\": 000000198001010013x }"));

        assertThat(fault.arguments()).hasSize(2).startsWith("2").noneMatch(text -> text.contains("1980"));
    }

    @Test
    void a_number_of_thousands_of_digits_is_refused_before_it_is_computed() {
        assertThat(refusal(() -> read("{\"a\":" + "9".repeat(5000) + "}")).code())
                .isEqualTo(ErrorCode.MALFORMED_JSON);
        assertThat(refusal(() -> read("{\"a\":{\"b\":[1, 1e999999999]}}")))
                .isEqualTo(Fault.at("/a/b/1", ErrorCode.FIELD_RANGE, "10^±30"));
        assertThat(refusal(() -> read("{\"a\":1e-999999999}")).code()).isEqualTo(ErrorCode.FIELD_RANGE);
    }

    @Test
    void fifty_levels_are_read_and_no_more() {
        assertThat(read("[".repeat(50) + "]".repeat(50)).isArray()).isTrue();
        assertThat(refusal(() -> read("[".repeat(51) + "]".repeat(51))))
                .isEqualTo(Fault.at("", ErrorCode.BODY_TOO_DEEP, "50"));
        assertThat(refusal(() -> read("{\"a\":".repeat(100_000))).code()).isEqualTo(ErrorCode.BODY_TOO_DEEP);
    }

    @Test
    void characters_that_the_database_cannot_store_are_refused_where_they_stand() {
        assertThat(refusal(() -> read("{\"a\":[\"ok\", \"nul\\u0000\"]}")))
                .extracting(Fault::pointer, Fault::code)
                .containsExactly("/a/1", ErrorCode.FIELD_VALUE);
        assertThat(refusal(() -> read("{\"a\":\"\\ud83d\"}")).pointer()).isEqualTo("/a");
        assertThat(refusal(() -> read("{\"a\":\"\\ude00\"}")).pointer()).isEqualTo("/a");
        assertThat(refusal(() -> read("{\"n\\u0000me\":1}")).code()).isEqualTo(ErrorCode.FIELD_VALUE);
        assertThat(refusal(() -> StrictJson.read(new byte[] {'"', (byte) 0xC0, (byte) 0x80, '"'}))
                        .code())
                .as("U+0000 in the overlong spelling")
                .isEqualTo(ErrorCode.FIELD_VALUE);
        assertThat(read("{\"a\":\"\\ud83d\\ude00\"}").get("a").textValue()).isEqualTo("😀");
    }

    private static com.fasterxml.jackson.databind.JsonNode read(String text) {
        return StrictJson.read(text.getBytes(StandardCharsets.UTF_8));
    }
}
