package org.xinheng.app.law;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.xinheng.decision.RuleBook;
import org.xinheng.engine.RuleBookCompiler;
import org.xinheng.impact.TrialRuleBooks;
import org.xinheng.release.Releases;

/** Compiles a release to try it; sessions of its own, so that no decision waits for one. */
@ApplicationScoped
class CompiledForTrial implements TrialRuleBooks {
    private final Releases releases;
    private final RuleBookCompiler compiler = new RuleBookCompiler();

    CompiledForTrial(Releases releases) {
        this.releases = releases;
    }

    @Override
    public RuleBook of(UUID release) {
        return compiler.compile(releases.find(release)
                .orElseThrow(() -> new IllegalStateException("an impact is counted of what has passed the gate")));
    }
}
