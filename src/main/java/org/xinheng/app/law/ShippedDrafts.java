package org.xinheng.app.law;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.xinheng.release.ContentHash;
import org.xinheng.release.Draft;
import org.xinheng.release.Releases;
import org.xinheng.release.RulesOfLaw;
import org.xinheng.release.Workbook;
import org.xinheng.release.service.SubmitRelease;

/**
 * What a build brings into a database that has law already is a draft like any other: the shipped workbooks, where they
 * are not known yet, and the workbooks in force under the rules of this build, where those have changed. Nothing of it is
 * law until somebody approves it.
 */
@ApplicationScoped
public class ShippedDrafts {
    private static final Logger LOG = Logger.getLogger(ShippedDrafts.class);

    private final Releases releases;
    private final RulesOfLaw rulesOfLaw;
    private final SubmitRelease submitRelease;
    private final LawInForce lawInForce;

    ShippedDrafts(Releases releases, RulesOfLaw rulesOfLaw, SubmitRelease submitRelease, LawInForce lawInForce) {
        this.releases = releases;
        this.rulesOfLaw = rulesOfLaw;
        this.submitRelease = submitRelease;
        this.lawInForce = lawInForce;
    }

    /** Hands in what is not known yet. */
    public void submit() {
        submit("the workbooks of this build", ShippedTables.workbooks());
        UUID serving =
                lawInForce.serving().timeline().on(lawInForce.today()).tenure().releaseId();
        submit("the workbooks in force, under the rules of this build,", releases.workbooks(serving));
    }

    private void submit(String what, List<Workbook> workbooks) {
        if (releases.withContent(ContentHash.of(workbooks, rulesOfLaw.texts()))
                .map(Draft::id)
                .isEmpty()) {
            UUID id = submitRelease.submitShipped(workbooks).releaseId();
            LOG.infof("%s are draft `%s`; they are law when somebody has approved them", what, id);
        }
    }
}
