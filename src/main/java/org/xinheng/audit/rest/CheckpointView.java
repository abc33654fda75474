package org.xinheng.audit.rest;

import java.util.List;
import org.xinheng.audit.LogSigner;
import org.xinheng.audit.TransparencyLog;
import org.xinheng.notary.VerifierKey;

/** {@code Checkpoint} of the contract. */
record CheckpointView(String origin, long size, String rootHash, String note, List<String> verifierKeys) {
    static CheckpointView of(TransparencyLog.Published checkpoint, LogSigner signer) {
        return new CheckpointView(
                signer.origin(),
                checkpoint.size(),
                checkpoint.root().base64(),
                checkpoint.note(),
                signer.verifierKeys().stream().map(VerifierKey::written).toList());
    }
}
