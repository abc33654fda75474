package org.xinheng.audit.rest;

import java.util.List;
import org.xinheng.audit.TreeHash;
import org.xinheng.audit.service.ReadProofs;

/**
 * {@code ConsistencyProof} of the contract.
 *
 * @param proof hashes in Base64, in the order of RFC 6962 §2.1.2; none where both sizes are the same
 */
record ConsistencyView(Head from, Head to, List<String> proof) {
    /** Size and root of the log at one time. */
    record Head(long size, String rootHash) {}

    static ConsistencyView of(ReadProofs.Consistency consistency) {
        return new ConsistencyView(
                new Head(consistency.from(), consistency.fromRoot().base64()),
                new Head(consistency.to(), consistency.toRoot().base64()),
                consistency.proof().stream().map(TreeHash::base64).toList());
    }
}
