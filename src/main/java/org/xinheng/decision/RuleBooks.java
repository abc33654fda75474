package org.xinheng.decision;

import java.time.LocalDate;
import java.util.UUID;
import org.xinheng.release.Tenure;

/** Port: the knowledge base that is law on a day. */
public interface RuleBooks {
    /**
     * A knowledge base and the tenure it serves.
     *
     * @param reconstructed true when the day lies before the first release
     */
    record InForce(RuleBook ruleBook, Tenure tenure, boolean reconstructed) {}

    /** What is law at the end of the day. */
    InForce on(LocalDate day);

    /**
     * The knowledge base of a release that a decision names, compiled from what is kept of it, however long ago.
     *
     * @throws IllegalStateException when no such release is kept
     */
    RuleBook recorded(UUID releaseId);
}
