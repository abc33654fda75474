package org.xinheng.catalogue;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * 办理事项: a point at which an agency handles a subject.
 *
 * @param agencyKinds department kinds that may handle it; a caller of another kind is refused
 * @param feedbackDays days after the decision by which feedback is due, null where none is asked
 */
public record Matter(
        String code,
        String title,
        Set<String> agencyKinds,
        @Nullable Integer feedbackDays,
        @Nullable String note) {}
