package org.xinheng.audit.rest;

import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xinheng.audit.LogEntry;
import org.xinheng.audit.LogSigner;
import org.xinheng.audit.TreeHash;
import org.xinheng.audit.service.ReadProofs;

/**
 * {@code InclusionProof} of the contract.
 *
 * @param position index of the leaf
 * @param leaf content of the leaf in Base64: SHA-256 over 0x00 and these bytes is the leaf hash
 * @param path hashes in Base64 from the leaf to the root, lowest first
 */
record InclusionView(
        long position,
        String leafHash,
        String leaf,
        Instant at,
        String kind,
        @Nullable String record,
        @Nullable String recordKey,
        List<String> path,
        CheckpointView checkpoint) {
    static InclusionView of(ReadProofs.Inclusion inclusion, LogSigner signer) {
        LogEntry entry = inclusion.placed().entry();
        LogEntry.Coverage coverage = entry.coverage();
        return new InclusionView(
                inclusion.placed().position(),
                inclusion.placed().leafHash().hex(),
                Base64.getEncoder().encodeToString(entry.leaf()),
                entry.entry().at(),
                entry.entry().kind(),
                coverage == null ? null : coverage.covered().kind(),
                coverage == null ? null : coverage.covered().key(),
                inclusion.path().stream().map(TreeHash::base64).toList(),
                CheckpointView.of(inclusion.checkpoint(), signer));
    }
}
