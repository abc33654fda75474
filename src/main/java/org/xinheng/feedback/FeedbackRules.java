package org.xinheng.feedback;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.xinheng.decision.Decisions;
import org.xinheng.decision.ImplementationFaults;
import org.xinheng.kernel.ErrorCode;
import org.xinheng.kernel.Fault;

/** What is asked of feedback: lines of the decision, each once, with a reason where nothing was done. */
public final class FeedbackRules {
    private FeedbackRules() {}

    /**
     * Everything that speaks against taking it, empty when it may be taken.
     *
     * @param today day on which it is given, Asia/Shanghai
     */
    public static List<Fault> faultsOf(Decisions.Stored decision, List<FeedbackLine> lines, LocalDate today) {
        List<Fault> faults = new ArrayList<>();
        Set<Decisions.Stored.Line> seen = new HashSet<>();
        for (int i = 0; i < lines.size(); i++) {
            FeedbackLine line = lines.get(i);
            String pointer = "/lines/" + i;
            Decisions.Stored.Line named = new Decisions.Stored.Line(line.measure(), line.listing());
            if (!decision.lines().contains(named)) {
                faults.add(Fault.at(
                        pointer + "/measure",
                        ErrorCode.FEEDBACK_LINE_UNKNOWN,
                        line.measure(),
                        line.listing().toString()));
            } else if (!seen.add(named)) {
                faults.add(Fault.at(pointer, ErrorCode.FIELD_VALUE, "1 × " + line.measure()));
            }
            boolean reasonMissing = line.result() != FeedbackLine.Result.IMPLEMENTED && line.reason() == null;
            ImplementationFaults.add(faults, pointer, line.result(), reasonMissing, line.implementedOn(), today);
        }
        return faults;
    }
}
