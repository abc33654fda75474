package org.xinheng.engine;

import org.xinheng.law.Effect;
import org.xinheng.law.InstrumentLevel;
import org.xinheng.law.LegalBasis;

/** An article that a row cites, seen from the day, region and effect that a question is about. */
public final class CitedArticle {
    private final BasisQuestion question;
    private final LegalBasis basis;

    CitedArticle(BasisQuestion question, LegalBasis basis) {
        this.question = question;
        this.basis = basis;
    }

    /** The question it is cited in. */
    public BasisQuestion question() {
        return question;
    }

    /** Whether this text of the article is in force on the day. */
    public boolean inForce() {
        return basis.inForce().includes(question.day());
    }

    /** Whether an instrument of its level may carry a punishment at all. */
    public boolean levelMayCarry() {
        return basis.level().carriesMeasures();
    }

    /** Whether it has force where the matter is: a local regulation inside its region only. */
    public boolean inItsRegion() {
        return basis.level() != InstrumentLevel.LOCAL_REGULATION
                || (basis.region() != null && question.regions().contains(basis.region()));
    }

    /** Whether the article sets an effect as strong as the row's. */
    public boolean withinCeiling() {
        Effect ceiling = basis.ceiling();
        return ceiling != null && !question.effect().heavierThan(ceiling);
    }

    /** Whether somebody has read it. */
    public boolean verified() {
        return basis.verified();
    }
}
