package org.xinheng.task;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.xinheng.decision.ImplementationFaults;
import org.xinheng.kernel.ErrorCode;
import org.xinheng.kernel.Fault;

/** What is asked of a report: lines of the task, each once, with a reason where nothing was done. */
public final class TaskReportRules {
    private TaskReportRules() {}

    /**
     * Everything that speaks against taking it, empty when it may be taken.
     *
     * @param today day on which it is given, Asia/Shanghai
     */
    public static List<Fault> faultsOf(Task task, List<TaskReport.Line> lines, LocalDate today) {
        Set<TaskLine.Key> asked = task.lines().stream().map(TaskLine::key).collect(Collectors.toSet());
        Set<TaskLine.Key> seen = new HashSet<>();
        List<Fault> faults = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            TaskReport.Line line = lines.get(i);
            String pointer = "/lines/" + i;
            if (!asked.contains(line.line())) {
                faults.add(Fault.at(
                        pointer + "/measure",
                        ErrorCode.TASK_LINE_UNKNOWN,
                        line.line().measure(),
                        line.line().rowCode(),
                        line.line().role().name()));
            } else if (!seen.add(line.line())) {
                faults.add(Fault.at(
                        pointer, ErrorCode.FIELD_VALUE, "1 × " + line.line().measure()));
            }
            boolean reasonMissing = line.result() != TaskReport.Result.IMPLEMENTED && line.reason() == null;
            ImplementationFaults.add(faults, pointer, line.result(), reasonMissing, line.implementedOn(), today);
        }
        return faults;
    }
}
