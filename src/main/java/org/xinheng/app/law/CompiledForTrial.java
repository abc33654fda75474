package org.xinheng.app.law;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.xinheng.decision.RuleBook;
import org.xinheng.impact.TrialRuleBooks;

/** Compiles a release, with the rules that are kept with it, to try it; sessions of its own, so that no decision waits for one. */
@ApplicationScoped
class CompiledForTrial implements TrialRuleBooks {
    private final RuleBookLoader loader;

    CompiledForTrial(RuleBookLoader loader) {
        this.loader = loader;
    }

    @Override
    public RuleBook of(UUID release) {
        return loader.recorded(release);
    }
}
