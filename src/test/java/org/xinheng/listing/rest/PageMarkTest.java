package org.xinheng.listing.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xinheng.kernel.ErrorCode;
import org.xinheng.kernel.Refusal;

class PageMarkTest {
    private static final PageMark MARK = new PageMark(3001, new UUID(1, 2));

    @Test
    void the_next_page_is_read_as_of_the_commit_of_the_first() {
        assertThat(PageMark.parse(MARK.toString(), OptionalLong.empty())).isEqualTo(MARK);
        assertThat(PageMark.parse(MARK.toString(), OptionalLong.of(3001))).isEqualTo(MARK);
        assertRefused(MARK.toString(), OptionalLong.of(3002));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "1", "x.y", "1.1-1-1-1-1", "99999999999999999999.1", "1.2.3"})
    void what_is_no_mark_is_refused(String text) {
        assertRefused(text, OptionalLong.empty());
    }

    private static void assertRefused(String text, OptionalLong asked) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> PageMark.parse(text, asked))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.PARAMETER_INVALID));
    }
}
