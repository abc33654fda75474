package org.xinheng.decision;

import java.time.LocalDate;
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
}
