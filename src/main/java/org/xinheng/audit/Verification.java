package org.xinheng.audit;

import java.util.List;

/**
 * What a verification of the whole log found (验证).
 *
 * @param size number of integrated entries
 * @param root root over their leaves
 * @param waiting entries that have no position yet
 * @param records records whose rows were compared with their entries
 * @param rows their rows
 * @param erased sealed rows that are gone: personal data that was erased, with its commitment intact
 * @param checkpoints checkpoints that were checked
 * @param wrong number of discrepancies
 * @param first the first of them, in the order of the log
 */
public record Verification(
        long size,
        TreeHash root,
        long waiting,
        long records,
        long rows,
        long erased,
        long checkpoints,
        long wrong,
        List<Discrepancy> first) {
    /** Whether everything is as it was written. */
    public boolean intact() {
        return wrong == 0;
    }
}
