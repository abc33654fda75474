package org.xinheng.app.law;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.xinheng.release.Draft;
import org.xinheng.release.Releases;
import org.xinheng.release.RulesOfLaw;
import org.xinheng.release.Upload;
import org.xinheng.release.Uploads;
import org.xinheng.release.Workbook;
import org.xinheng.release.service.SubmitRelease;
import org.xinheng.testing.ReleaseBooks;

/** Design §4: the workbooks of a build are law in an empty database only; later they are a draft like any other. */
@QuarkusTest
class ShippedDraftsServiceTest {
    private static final String CUSTOMS = "memoranda/customs.xlsx";

    @Inject
    Releases releases;

    @Inject
    Uploads uploads;

    @Inject
    RulesOfLaw rulesOfLaw;

    @Inject
    SubmitRelease submitRelease;

    @Inject
    LawInForce lawInForce;

    @Test
    void a_start_with_the_workbooks_that_are_law_hands_in_nothing() {
        List<Draft> before = releases.drafts();
        new ShippedDrafts(releases, rulesOfLaw, submitRelease, lawInForce).submit();
        assertThat(releases.drafts()).isEqualTo(before);
    }

    @Test
    void other_workbooks_of_a_build_are_a_draft_of_nobody_and_no_law() {
        List<Workbook> shipped = new ArrayList<>(ShippedTables.workbooks());
        shipped.replaceAll(workbook -> workbook.name().equals(CUSTOMS)
                ? new Workbook(CUSTOMS, ReleaseBooks.variantOf(CUSTOMS, "新版"))
                : workbook);
        QuarkusTransaction.begin();
        try {
            var handedIn = submitRelease.submitShipped(shipped);
            assertThat(handedIn.checking()).isTrue();
            assertThat(uploads.of(handedIn.releaseId())).extracting(Upload::by).containsOnlyNulls();
            assertThat(releases.tenures())
                    .noneMatch(tenure -> tenure.releaseId().equals(handedIn.releaseId()));
        } finally {
            QuarkusTransaction.rollback();
        }
    }
}
