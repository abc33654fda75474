package org.xinheng.task;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xinheng.catalogue.TaskKind;

/**
 * What one agency is to do because of one listing (协同任务). It never changes; what became of it stands beside it.
 *
 * @param number order of making, without gaps: tasks of one subject are in the order of what happened to it
 * @param department the agency
 * @param initiator the department that made the entry
 * @param lines what is to be applied or lifted
 * @param leaves what the agency applies for the listing once it is done
 * @param effectiveOn day from which it holds, which may lie before its making
 * @param deadline null where the registers know no limit for the agency's region
 * @param knownAt number of the commit of listings that brought it about
 */
public record Task(
        long number,
        UUID id,
        TaskKind kind,
        TaskCause cause,
        String department,
        String initiator,
        UUID listing,
        String listKind,
        UUID subject,
        List<TaskLine> lines,
        List<TaskLine> leaves,
        LocalDate effectiveOn,
        @Nullable TaskDeadline deadline,
        UUID release,
        long knownAt,
        Instant madeAt) {}
