package org.xinheng.decision.rest;

import java.util.List;
import java.util.UUID;
import org.xinheng.decision.replay.Replay;

/** {@code Replay} of the contract. */
record ReplayView(
        UUID decision,
        String result,
        Replay.Under under,
        Replay.Basis then,
        Replay.Basis now,
        List<Replay.Difference> differences) {
    static ReplayView of(Replay replay) {
        return new ReplayView(
                replay.decision(),
                replay.same() ? "SAME" : "DIFFERENT",
                replay.under(),
                replay.then(),
                replay.now(),
                replay.differences());
    }
}
