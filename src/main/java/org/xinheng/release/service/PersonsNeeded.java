package org.xinheng.release.service;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xinheng.release.FourEyes;
import org.xinheng.release.ImpactOfDraft;
import org.xinheng.release.ReleaseLife;

/** How many persons it takes to make a release law, by what is counted to change of the release that it replaces. */
@ApplicationScoped
class PersonsNeeded {
    private final ImpactOfDraft impact;
    private final FourEyes fourEyes;

    PersonsNeeded(ImpactOfDraft impact, FourEyes fourEyes) {
        this.impact = impact;
        this.fourEyes = fourEyes;
    }

    /**
     * What a step takes.
     *
     * @param changedShare share of the answers that would change, null where nobody has counted
     */
    record Answer(int persons, @Nullable BigDecimal changedShare) {}

    /** @param from first day on which the release shall be law */
    Answer on(ReleaseLife life, LocalDate from) {
        UUID replaced =
                life.serving(from).map(opening -> opening.tenure().releaseId()).orElse(null);
        if (replaced == null) {
            return new Answer(FourEyes.WITHOUT_PREDECESSOR, null);
        }
        BigDecimal share = impact.changedShare(life.releaseId(), replaced).orElse(null);
        return new Answer(fourEyes.approversNeeded(share), share);
    }
}
