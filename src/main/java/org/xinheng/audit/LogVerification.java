package org.xinheng.audit;

import java.util.List;
import java.util.Optional;

/** Verifies a whole log: the tree from its entries, and the covered rows against them. */
public final class LogVerification {
    private final LogReading reading;
    private final LogSigner signer;

    /** A verification of what the running transaction sees. */
    public LogVerification(LogReading reading, LogSigner signer) {
        this.reading = reading;
        this.signer = signer;
    }

    /**
     * Goes through everything once.
     *
     * @param witnessed a checkpoint that was kept where nobody here could change it, whose signature has been checked
     */
    public Verification run(Optional<Checkpoint> witnessed) {
        Discrepancies discrepancies = new Discrepancies();
        TreeVerification tree = new TreeVerification(reading, signer, discrepancies);
        tree.run(witnessed.orElse(null));
        long records = 0;
        long rows = 0;
        long erased = 0;
        List<String> kinds = reading.kinds();
        for (String kind : kinds) {
            RecordVerification each = new RecordVerification(kind, reading, discrepancies);
            each.run();
            records += each.recordsSeen();
            rows += each.rowsSeen();
            erased += each.erased();
        }
        for (String kind : reading.kindsCovered()) {
            if (!kinds.contains(kind)) {
                discrepancies.add(null, "entries over `" + kind + "`", "cover records that this version does not know");
            }
        }
        reading.namesWithoutTheirText()
                .forEachRemaining(name -> discrepancies.add(
                        null, "text `" + name + "`", "is gone, or is not the one of which this is the SHA-256"));
        return new Verification(
                tree.size(),
                tree.root(),
                tree.waiting(),
                records,
                rows,
                erased,
                tree.checkpointsSeen(),
                discrepancies.count(),
                discrepancies.first());
    }
}
