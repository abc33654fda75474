package org.xinheng.audit;

import java.util.List;
import java.util.Optional;

/**
 * Port: the log as a tree. Entries are appended by {@link AuditTrail}; here they get their positions, and checkpoints
 * are published over them.
 */
public interface TransparencyLog extends TreeSource {
    /** Most entries that one round integrates. */
    int ROUND_MAX = 20_000;

    /**
     * What can be said of transactions at this moment.
     *
     * @param oldestRunning every transaction before this one has ended
     * @param next no transaction from this one on has begun
     * @param lastNumber largest number of an entry that can be seen
     */
    record Horizon(long oldestRunning, long next, long lastNumber) {}

    /**
     * Where an entry stands.
     *
     * @param position index of its leaf
     */
    record Placed(long position, LogEntry entry, TreeHash leafHash) {}

    /**
     * A checkpoint as it was published.
     *
     * @param note the signed note
     */
    record Published(long size, TreeHash root, String note) {}

    /** Takes the right to integrate until the running transaction ends; false when another node has it. */
    boolean lock();

    /** Number of integrated entries. */
    long size();

    /** What can be said of transactions now. */
    Horizon horizon();

    /**
     * Gives the next positions to entries that have none yet, and returns their leaves in order.
     *
     * @param floor up to this number nothing is looked for
     */
    List<TreeHash> place(long floor);

    /** Keeps the root of a complete subtree. */
    void keepNode(int level, long index, TreeHash root);

    /** Keeps a checkpoint. */
    void publish(Published checkpoint);

    /** The last checkpoint, empty before the first entry was integrated. */
    Optional<Published> latest();

    /** The entry at a position. */
    Optional<Placed> at(long position);

    /** The entry with this leaf, once it is integrated. */
    Optional<Placed> withLeaf(TreeHash leafHash);

    /** Whether an entry with this leaf waits to be integrated. */
    boolean isWaiting(TreeHash leafHash);

    /** The integrated entry that covers a record. */
    Optional<Placed> covering(CoveredRecord covered);
}
