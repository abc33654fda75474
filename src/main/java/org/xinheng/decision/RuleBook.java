package org.xinheng.decision;

import java.util.List;
import org.xinheng.release.Release;

/** Port: the compiled knowledge base of one release. Safe for use by many threads. */
public interface RuleBook {
    /** The release it was compiled from. */
    Release release();

    /**
     * Every row that matches, once for each listing it matches: applied or withheld. Ordered by effect, strongest
     * first, then row code, then listing.
     */
    List<Conclusion> evaluate(Inquiry inquiry);
}
