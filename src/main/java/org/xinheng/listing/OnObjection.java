package org.xinheng.listing;

import org.jspecify.annotations.Nullable;
import org.xinheng.catalogue.ListKind;

/** What an open objection (异议) does to an entry, by the law of its list kind. */
public enum OnObjection {
    /** It is shown beside the entry, which counts as before. */
    MARKS,
    /** The entry counts for nothing while it is open. */
    SUSPENDS;

    /** By the list kind; where the register does not know it, an objection only marks. */
    public static OnObjection of(@Nullable ListKind kind) {
        return kind != null && kind.objectionSuspends() ? SUSPENDS : MARKS;
    }
}
