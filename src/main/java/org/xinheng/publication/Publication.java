package org.xinheng.publication;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;

/**
 * A batch of a list that was published (公示批次): the entries that became known between two commits. Which of them are
 * shown is not stored: an entry is shown while it is in force, and is withdrawn with it.
 *
 * @param number of the batch within list kind and region, from 1
 * @param region GB/T 2260 code of the department that published
 * @param regions that region and all below it, whose entries the batch holds
 * @param knownFrom number of the last commit that an earlier batch holds, 0 for none
 * @param knownTo number of the last commit that this one holds
 * @param entries how many could be shown on the day it was published
 */
public record Publication(
        UUID id,
        String listKind,
        int number,
        LocalDate publishedOn,
        String department,
        String region,
        Set<String> regions,
        long knownFrom,
        long knownTo,
        long entries) {
    public Publication {
        regions = Set.copyOf(regions);
    }
}
