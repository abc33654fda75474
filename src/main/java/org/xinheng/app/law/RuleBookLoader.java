package org.xinheng.app.law;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;
import org.xinheng.decision.RuleBook;
import org.xinheng.engine.RuleBookCompiler;
import org.xinheng.release.ContentHash;
import org.xinheng.release.Release;
import org.xinheng.release.Releases;
import org.xinheng.release.RulesOfLaw;

/**
 * Makes the knowledge base of a release that is kept. The content hash that its decisions will name is counted again over
 * the bytes and rules at hand: a node that cannot vouch for it does not load it.
 */
@ApplicationScoped
class RuleBookLoader {
    private final Releases releases;
    private final RulesOfLaw rulesOfLaw;
    private final RuleBookCompiler compiler = new RuleBookCompiler();

    RuleBookLoader(Releases releases, RulesOfLaw rulesOfLaw) {
        this.releases = releases;
        this.rulesOfLaw = rulesOfLaw;
    }

    /** @throws IllegalStateException where it cannot be loaded */
    RuleBook load(UUID id) {
        Release release = release(id);
        Map<String, String> rules = rulesOf(id);
        String counted = ContentHash.of(releases.workbooks(id), rules);
        if (!counted.equals(release.contentHash())) {
            throw new IllegalStateException("the workbooks and rules kept make content " + counted
                    + ", but the release is content " + release.contentHash());
        }
        return compiler.compile(release, rules);
    }

    /**
     * The same of a release that decisions name, to explain them, or that somebody tries: nothing is decided by it, so its
     * rows are enough.
     *
     * @throws IllegalStateException where no such release is kept
     */
    RuleBook recorded(UUID id) {
        return compiler.compile(release(id), rulesOf(id));
    }

    /** A release made before its rules were kept with it has those of this build. */
    private Map<String, String> rulesOf(UUID id) {
        Map<String, String> stored = releases.rules(id);
        return stored.isEmpty() ? rulesOfLaw.texts() : stored;
    }

    private Release release(UUID id) {
        return releases.find(id)
                .orElseThrow(() -> new IllegalStateException("release " + id + " has not passed the gate"));
    }
}
