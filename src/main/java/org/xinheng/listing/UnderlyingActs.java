package org.xinheng.listing;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.xinheng.kernel.ErrorCode;
import org.xinheng.kernel.Fault;
import org.xinheng.kernel.Identifier;

/** Port: the acts that listings rest on (据以认定的行政行为). */
public interface UnderlyingActs {
    /** What keeps a listing of this subject from resting on an act: ACT_UNKNOWN, ACT_OF_ANOTHER_SUBJECT or ACT_REVOKED. */
    Optional<ErrorCode> hindrance(UUID act, Identifier subject);

    /** Adds what keeps a draft from resting on the act that it names. */
    default void judge(ListingDraft draft, List<Fault> faults) {
        UUID act = draft.designation() == null ? null : draft.designation().act();
        if (act != null) {
            hindrance(act, draft.subject().identifier())
                    .ifPresent(code -> faults.add(Fault.at("/designation/act", code, act.toString())));
        }
    }
}
