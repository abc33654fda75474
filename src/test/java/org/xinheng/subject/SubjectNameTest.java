package org.xinheng.subject;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SubjectNameTest {
    private static final SubjectName KNOWN = new SubjectName("武汉示范贸易(集团)有限公司");

    @Test
    void width_spaces_and_brackets_make_no_other_name() {
        assertThat(KNOWN.sameAs(new SubjectName("武汉示范贸易（集团） 有限公司"))).isTrue();
    }

    @Test
    void another_name_is_in_doubt_where_names_are_known() {
        assertThat(new SubjectName("武汉示范建材有限公司").neverBorneAmong(List.of(KNOWN)))
                .isTrue();
        assertThat(KNOWN.neverBorneAmong(List.of(new SubjectName("别名"), KNOWN))).isFalse();
    }

    @Test
    void no_name_is_in_doubt_where_none_is_known() {
        assertThat(KNOWN.neverBorneAmong(List.of())).isFalse();
    }
}
