package org.xinheng.decision;

import java.util.stream.Stream;
import org.xinheng.catalogue.MeasureRule;
import org.xinheng.catalogue.Registers;

/**
 * Where an agency could meet a subject: a matter, and a kind of department that handles it.
 *
 * @param matter code of the matter (办理事项)
 * @param departmentKind code of the department kind
 */
public record MeetingPoint(String matter, String departmentKind) {
    /** The points at which a row speaks. */
    public static Stream<MeetingPoint> of(MeasureRule rule, Registers registers) {
        return registers.matters().values().stream()
                .filter(matter -> rule.matters().isEmpty() || rule.matters().contains(matter.code()))
                .flatMap(matter -> matter.agencyKinds().stream()
                        .filter(kind -> rule.agencyKinds().isEmpty()
                                || rule.agencyKinds().contains(kind))
                        .sorted()
                        .map(kind -> new MeetingPoint(matter.code(), kind)));
    }
}
