package org.xinheng.task;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xinheng.catalogue.TargetRole;

/** Port: decisions that were sent to be undone because their entry was withdrawn (撤回). */
public interface Recalls {
    /**
     * A measure of a decision that is to be undone.
     *
     * @param reported what the agency had last reported of it on the decision, null where it reported nothing
     * @param undone what the agency reported on the lift task; null where it has not answered yet
     */
    record Recalled(
            UUID decision,
            String agency,
            UUID task,
            String measure,
            String rowCode,
            TargetRole role,
            @Nullable String reported,
            TaskReport.@Nullable Result undone) {}

    /** Where a page begins: after this measure of this decision. */
    record Mark(UUID decision, String measure, String rowCode) {}

    /** Counts over all that was recalled of one listing at one agency. */
    record Count(String agency, long decisions, long measures, long implemented, long undone, long refused) {}

    /**
     * One page of what a recall sent, in the order of the decisions.
     *
     * @param task only what went with this task, null for all of the listing
     */
    List<Recalled> page(UUID listing, @Nullable UUID task, @Nullable Mark after, int size);

    /** What was recalled of a listing, by agency. */
    List<Count> counts(UUID listing);
}
