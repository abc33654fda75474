package org.xinheng.audit.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.xinheng.audit.CoveredRecord;
import org.xinheng.audit.LogEntry;
import org.xinheng.audit.TransparencyLog;
import org.xinheng.audit.TransparencyLog.Placed;
import org.xinheng.audit.TransparencyLog.Published;
import org.xinheng.audit.TreeHash;
import org.xinheng.audit.TreeProofs;
import org.xinheng.caller.Caller;
import org.xinheng.kernel.ErrorCode;
import org.xinheng.kernel.Refusal;

/** Checkpoints and proofs. Auditors and the credit office ask for any entry, an agency for its own decisions. */
@ApplicationScoped
public class ReadProofs {
    private final TransparencyLog log;

    ReadProofs(TransparencyLog log) {
        this.log = log;
    }

    /**
     * That an entry is in the log.
     *
     * @param path hashes from the leaf to the root of the checkpoint, lowest first
     * @param checkpoint the checkpoint it is proved against
     */
    public record Inclusion(Placed placed, List<TreeHash> path, Published checkpoint) {}

    /**
     * That the log of one size is the head of the log of another.
     *
     * @param proof hashes in the order of RFC 6962
     */
    public record Consistency(long from, TreeHash fromRoot, long to, TreeHash toRoot, List<TreeHash> proof) {}

    /**
     * The last checkpoint.
     *
     * @throws Refusal CHECKPOINT_NOT_FOUND before the first entry has been integrated
     */
    @Transactional
    public Published checkpoint() {
        return log.latest().orElseThrow(() -> Refusal.of(ErrorCode.CHECKPOINT_NOT_FOUND));
    }

    /**
     * Proves the entry at a position.
     *
     * @throws Refusal ENTRY_NOT_FOUND, also for what the caller may not see
     */
    @Transactional
    public Inclusion at(Caller caller, long position) {
        return log.at(position)
                .filter(placed -> maySee(caller, placed.entry()))
                .map(this::proved)
                .orElseThrow(() -> Refusal.of(ErrorCode.ENTRY_NOT_FOUND));
    }

    /**
     * Proves the entry with this leaf.
     *
     * @throws Refusal ENTRY_NOT_FOUND, ENTRY_NOT_INTEGRATED for a moment after it was appended
     */
    @Transactional
    public Inclusion of(Caller caller, TreeHash leafHash) {
        Optional<Placed> placed = log.withLeaf(leafHash);
        if (placed.isEmpty() && log.isWaiting(leafHash)) {
            throw Refusal.of(ErrorCode.ENTRY_NOT_INTEGRATED);
        }
        return placed.filter(found -> maySee(caller, found.entry()))
                .map(this::proved)
                .orElseThrow(() -> Refusal.of(ErrorCode.ENTRY_NOT_FOUND));
    }

    /** Proves the entry that covers a record, once it is integrated. The caller has been let in by who calls this. */
    @Transactional
    public Optional<Inclusion> covering(CoveredRecord covered) {
        return log.covering(covered).map(this::proved);
    }

    /**
     * Proves that the log only grew.
     *
     * @param from smaller size, at least 1
     * @param to larger size, empty for the last checkpoint's
     * @throws Refusal LOG_SIZE when the log has no such sizes
     */
    @Transactional
    public Consistency consistency(long from, OptionalLong to) {
        long size = checkpoint().size();
        long second = to.orElse(size);
        if (second > size || second < 1) {
            throw Refusal.at("query:to", ErrorCode.LOG_SIZE, Long.toString(second), "1", Long.toString(size));
        }
        if (from < 1 || from > second) {
            throw Refusal.at("query:from", ErrorCode.LOG_SIZE, Long.toString(from), "1", Long.toString(second));
        }
        TreeProofs whole = new TreeProofs(log, second);
        return new Consistency(from, new TreeProofs(log, from).root(), second, whole.root(), whole.consistency(from));
    }

    private Inclusion proved(Placed placed) {
        Published checkpoint = checkpoint();
        return new Inclusion(placed, new TreeProofs(log, checkpoint.size()).inclusion(placed.position()), checkpoint);
    }

    private static boolean maySee(Caller caller, LogEntry entry) {
        LogEntry.Coverage coverage = entry.coverage();
        return caller.readsEveryDepartment()
                || (coverage != null
                        && coverage.covered().getsReceipt()
                        && caller.department().equals(entry.entry().department()));
    }
}
