package org.xinheng.decision;

import java.util.List;
import java.util.SortedSet;
import org.xinheng.release.Release;

/** Port: the compiled knowledge base of one release. Safe for use by many threads. */
public interface RuleBook {
    /** The release it was compiled from. */
    Release release();

    /** Version of the rule engine that evaluates, which may be younger than the one the release was made with. */
    String engineVersion();

    /**
     * Every row that matches, once for each listing it matches: applied or withheld. Ordered by effect, strongest
     * first, then row code, then listing.
     */
    List<Conclusion> evaluate(Inquiry inquiry);

    /** The list kinds that some row for the matter asks about, by code; empty for an unknown matter. */
    SortedSet<String> listKindsFor(String matter);
}
