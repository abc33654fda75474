package org.xinheng.task;

import java.util.Comparator;
import java.util.List;
import org.xinheng.catalogue.Nature;
import org.xinheng.catalogue.TargetRole;
import org.xinheng.law.Effect;

/**
 * A measure that a row names for an agency.
 *
 * @param role whom it concerns: the listed subject, or the persons whom the listing names in this role
 * @param matters at which points the agency meets the subject, in order
 */
public record TaskLine(
        String measure,
        String rowCode,
        TargetRole role,
        String title,
        Nature nature,
        Effect effect,
        List<String> matters) {
    /** Strongest effect first, then by row and role: the same lines are always written alike. */
    public static final Comparator<TaskLine> ORDER = Comparator.comparing(TaskLine::effect)
            .thenComparing(TaskLine::rowCode)
            .thenComparing(TaskLine::role);

    /** What makes two lines one, however they are worded. */
    public Key key() {
        return new Key(measure, rowCode, role);
    }

    /** A measure of a row against a role. */
    public record Key(String measure, String rowCode, TargetRole role) {}
}
