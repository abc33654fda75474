package org.xinheng.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.FactHandle;
import org.xinheng.decision.Conclusion;
import org.xinheng.decision.Inquiry;
import org.xinheng.decision.ListingInQuestion;
import org.xinheng.decision.MeasureEnd;
import org.xinheng.decision.WithheldReason;
import org.xinheng.engine.Verdicts.Held;

/**
 * A session in which the rows of a release live as facts. It serves one request at a time: the request's facts go in, the
 * rules fire, the facts go out. A session whose request has thrown is disposed of and never used again.
 */
final class RuleSession {
    private static final Comparator<Verdicts.Match> IN_ORDER_OF_ANSWER = Comparator.comparingInt(
                    (Verdicts.Match match) -> match.row().rank())
            .thenComparing(match -> match.situation().about().listing().id())
            .thenComparing(match -> match.situation().role());

    private final RowBase rows;
    private final KieSession session;
    private final Verdicts verdicts = new Verdicts();
    private final List<FactHandle> requestFacts = new ArrayList<>();

    RuleSession(KieBase knowledgeBase, RowBase rows) {
        this.rows = rows;
        this.session = knowledgeBase.newKieSession();
        session.setGlobal("verdicts", verdicts);
        rows.entries().forEach(session::insert);
        rows.measureList().forEach(session::insert);
        session.fireAllRules();
    }

    /** Every row that stands in the session, once for each entry. */
    List<RowFact> standing() {
        List<RowFact> standing = new ArrayList<>();
        session.getObjects(RowFact.class::isInstance).forEach(fact -> standing.add((RowFact) fact));
        return standing;
    }

    /** The rows that match, before any guard; for the oracle and the benchmark. */
    List<Verdicts.Match> matches(Inquiry inquiry) {
        ask(inquiry);
        List<Verdicts.Match> matches = List.copyOf(verdicts.matches());
        forget();
        return matches;
    }

    List<Conclusion> evaluate(Inquiry inquiry) {
        ask(inquiry);
        List<Verdicts.Match> matches = verdicts.matches();
        LegalBasisCache.Page legalBases = rows.legalBases().on(inquiry.asOf(), inquiry.region());
        askWhatIsNotKnown(matches, legalBases, inquiry);
        matches.sort(IN_ORDER_OF_ANSWER);
        List<Conclusion> conclusions = new ArrayList<>(matches.size());
        Row lastRow = null;
        UUID lastListing = null;
        for (int i = 0; i < matches.size(); i++) {
            Verdicts.Match match = matches.get(i);
            UUID listing = match.situation().about().listing().id();
            if (match.row() == lastRow && listing.equals(lastListing)) {
                continue; // one listing may name a person in two roles of one row
            }
            Conclusion conclusion = conclude(match, legalBases);
            if (conclusion != null) {
                conclusions.add(conclusion);
                lastRow = match.row();
                lastListing = listing;
            }
        }
        forget();
        return conclusions;
    }

    void dispose() {
        session.dispose();
    }

    private void ask(Inquiry inquiry) {
        List<String> matterRegions = rows.regionAndAbove(inquiry.region());
        List<ListingInQuestion> listings = inquiry.listings();
        for (int i = 0; i < listings.size(); i++) {
            ListingInQuestion about = listings.get(i);
            insert(Situation.of(
                    inquiry,
                    about,
                    rows.listKind(about.listing().listKind()),
                    rows.regionAndAbove(about.listing().region()),
                    matterRegions));
        }
        session.fireAllRules();
    }

    private void askWhatIsNotKnown(List<Verdicts.Match> matches, LegalBasisCache.Page legalBases, Inquiry inquiry) {
        List<BasisQuestion> asked = new ArrayList<>();
        boolean rewards = false;
        for (int i = 0; i < matches.size(); i++) {
            Row row = matches.get(i).row();
            if (!legalBases.knows(row)) {
                var question = new BasisQuestion(row, inquiry.asOf(), rows.regionAndAbove(inquiry.region()));
                insert(question);
                rows.articlesOf(row).forEach(basis -> insert(new CitedArticle(question, basis)));
                asked.add(question);
            }
            if (row.reward()) {
                insert(new RewardInQuestion(row));
                rewards = true;
            }
        }
        if (rewards || !asked.isEmpty()) {
            session.fireAllRules();
            asked.forEach(question -> legalBases.keep(question.row(), verdicts.of(question)));
        }
    }

    private @Nullable Conclusion conclude(Verdicts.Match match, LegalBasisCache.Page legalBases) {
        Situation situation = match.situation();
        Row row = match.row();
        if (verdicts.isLifted(situation) && !row.outlivesRestoration()) {
            return null;
        }
        MeasureEnd end = rows.end(row, situation);
        if (end instanceof MeasureEnd.OutsideTerm) {
            return null;
        }
        @Nullable Held held = guard(situation, row, legalBases);
        @Nullable WithheldReason reason = held == null ? null : held.reason();
        String wanted = null;
        if (reason == null || reason.compareTo(WithheldReason.CONTEXT_MISSING) > 0) {
            wanted = row.wantedOf(situation);
            if (wanted == null && end instanceof MeasureEnd.Unknown unknown) {
                wanted = unknown.wanted();
            }
            if (wanted != null) {
                held = new Held(WithheldReason.CONTEXT_MISSING, null);
            }
        }
        return new Conclusion(
                situation.about(),
                row.rule(),
                end,
                held == null ? null : held.reason(),
                held == null ? null : held.rule(),
                wanted);
    }

    /** The first guard that holds, but for missing context. */
    private @Nullable Held guard(Situation situation, Row row, LegalBasisCache.Page legalBases) {
        @Nullable Held suspension = verdicts.ofSuspension(situation);
        if (suspension != null) {
            return suspension;
        }
        @Nullable Held basis = legalBases.of(row);
        if (basis != null) {
            return basis;
        }
        if (situation.nameInDoubt() && !row.reward()) {
            return new Held(WithheldReason.NAME_MISMATCH, null);
        }
        return row.reward() ? verdicts.ofReward(row) : null;
    }

    private void insert(Object fact) {
        requestFacts.add(session.insert(fact));
    }

    private void forget() {
        for (int i = 0; i < requestFacts.size(); i++) {
            session.delete(requestFacts.get(i));
        }
        requestFacts.clear();
        verdicts.clear();
    }
}
