package org.xinheng.impact;

import java.util.UUID;
import org.xinheng.decision.RuleBook;

/** Port: the knowledge base of a release that has passed the gate, law or not, apart from those that serve decisions. */
public interface TrialRuleBooks {
    /** Compiles it. */
    RuleBook of(UUID release);
}
