package org.xinheng.app.law;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.xinheng.catalogue.MeasureRule;
import org.xinheng.catalogue.Registers;
import org.xinheng.catalogue.RegistersInForce;
import org.xinheng.decision.Decider;
import org.xinheng.decision.RuleBook;
import org.xinheng.decision.RuleBooks;
import org.xinheng.engine.RuleBookCompiler;
import org.xinheng.release.ContentHash;
import org.xinheng.release.Release;
import org.xinheng.release.Releases;
import org.xinheng.release.RulesOfLaw;
import org.xinheng.release.Timeline;

/** Which knowledge base is law on which day. A release is compiled once, when it is first asked for. */
@ApplicationScoped
public class LawInForce implements RuleBooks, RegistersInForce {
    private final Releases releases;
    private final RulesOfLaw rulesOfLaw;
    private final Clock clock;
    private final RuleBookCompiler compiler = new RuleBookCompiler();
    private final Map<UUID, RuleBook> compiled = new ConcurrentHashMap<>();
    private volatile @Nullable Timeline timeline;

    LawInForce(Releases releases, RulesOfLaw rulesOfLaw, Clock clock) {
        this.releases = releases;
        this.rulesOfLaw = rulesOfLaw;
        this.clock = clock;
    }

    @Override
    public InForce on(LocalDate day) {
        Timeline known = timeline;
        if (known == null) {
            known = new Timeline(releases.tenures());
            timeline = known;
        }
        Timeline.Answer answer = known.on(day);
        return new InForce(ruleBook(answer.tenure().releaseId()), answer.tenure(), answer.reconstructed());
    }

    @Override
    public RuleBook recorded(UUID releaseId) {
        return ruleBook(releaseId);
    }

    @Override
    public Registers now() {
        return today().registers();
    }

    @Override
    public List<MeasureRule> rulesNow() {
        return today().content().rules();
    }

    private Release today() {
        return on(LocalDate.ofInstant(clock.instant(), Decider.ZONE)).ruleBook().release();
    }

    /** Takes up what has been activated since. */
    void refresh() {
        timeline = new Timeline(releases.tenures());
    }

    private RuleBook ruleBook(UUID releaseId) {
        return compiled.computeIfAbsent(releaseId, id -> {
            Release release = releases.find(id)
                    .orElseThrow(() -> new IllegalStateException("release " + id + " is named and is not kept"));
            return compiler.compile(release, rulesOf(release));
        });
    }

    /** A release made before its rules were kept with it has those of this build, or cannot be told. */
    private Map<String, String> rulesOf(Release release) {
        Map<String, String> kept = releases.rules(release.id());
        if (!kept.isEmpty()) {
            return kept;
        }
        Map<String, String> ours = rulesOfLaw.texts();
        if (!ContentHash.of(releases.workbooks(release.id()), ours).equals(release.contentHash())) {
            throw new IllegalStateException("the rules of release " + release.id() + " are not kept");
        }
        return ours;
    }
}
