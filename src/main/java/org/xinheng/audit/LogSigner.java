package org.xinheng.audit;

import java.time.Instant;
import java.util.List;
import org.xinheng.notary.NoteSigner;
import org.xinheng.notary.SignedNote;
import org.xinheng.notary.VerifierKey;

/** Signs what the log says of itself, under the name of the log. */
public final class LogSigner {
    private final String origin;
    private final List<NoteSigner> signers;

    /**
     * A signer.
     *
     * @param origin name of the log; its keys carry the same name
     * @param signers at least one
     */
    public LogSigner(String origin, List<NoteSigner> signers) {
        if (signers.isEmpty()) {
            throw new IllegalArgumentException("a log is signed by at least one key");
        }
        this.origin = origin;
        this.signers = List.copyOf(signers);
    }

    /** Name of the log. */
    public String origin() {
        return origin;
    }

    /** What those outside need to check its signatures. */
    public List<VerifierKey> verifierKeys() {
        return signers.stream().map(NoteSigner::verifierKey).toList();
    }

    /** A checkpoint, signed, as it is published. */
    public String signed(long size, TreeHash root) {
        return SignedNote.sign(new Checkpoint(origin, size, root).text(), signers)
                .written();
    }

    /** The promise to integrate an entry of this moment. */
    public Receipt receipt(TreeHash leafHash, Instant at) {
        Instant by = Receipt.promised(at);
        return new Receipt(
                leafHash,
                by,
                SignedNote.sign(Receipt.text(origin, leafHash, by), signers).written());
    }

    /** Whether a note is signed by a key of this log. */
    public boolean signed(SignedNote note) {
        return note.isSignedByOneOf(verifierKeys());
    }
}
