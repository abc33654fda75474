package org.xinheng.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xinheng.audit.LogReading.StoredCheckpoint;
import org.xinheng.audit.LogReading.StoredEntry;
import org.xinheng.audit.LogReading.StoredNode;
import org.xinheng.notary.SignedNote;

/**
 * Computes the tree anew from the entries and compares it with everything that is kept of it: leaves, roots of subtrees,
 * checkpoints, receipts. Leaves and signatures are computed on all cores, a block at a time.
 */
final class TreeVerification {
    private static final int BLOCK = 4096;

    private final LogReading reading;
    private final LogSigner signer;
    private final Discrepancies discrepancies;
    private final Map<Integer, Iterator<StoredNode>> nodes = new HashMap<>();
    private final GrowingTree tree = new GrowingTree(this::compareNode);
    private final Iterator<StoredCheckpoint> checkpoints;
    private @Nullable StoredCheckpoint next;
    private long checkpointsSeen;
    private long lastCheckpoint;
    private long waiting;

    TreeVerification(LogReading reading, LogSigner signer, Discrepancies discrepancies) {
        this.reading = reading;
        this.signer = signer;
        this.discrepancies = discrepancies;
        this.checkpoints = reading.checkpoints();
        this.next = checkpoints.hasNext() ? checkpoints.next() : null;
    }

    long size() {
        return tree.size();
    }

    TreeHash root() {
        return tree.root();
    }

    long waiting() {
        return waiting;
    }

    long checkpointsSeen() {
        return checkpointsSeen;
    }

    /** Goes through the whole log; a checkpoint that somebody kept elsewhere is compared where its size is reached. */
    void run(@Nullable Checkpoint witnessed) {
        Iterator<StoredEntry> entries = reading.entries();
        List<StoredEntry> block = new ArrayList<>(BLOCK);
        while (entries.hasNext()) {
            block.add(entries.next());
            if (block.size() == BLOCK || !entries.hasNext()) {
                List<@Nullable String> faults =
                        block.parallelStream().map(this::fault).toList();
                for (int i = 0; i < block.size(); i++) {
                    take(block.get(i), faults.get(i), witnessed);
                }
                block.clear();
            }
        }
        finish(witnessed);
    }

    private void take(StoredEntry stored, @Nullable String fault, @Nullable Checkpoint witnessed) {
        if (fault != null) {
            discrepancies.add(stored.position(), named(stored), fault);
        }
        Long position = stored.position();
        if (position == null) {
            waiting++;
            return;
        }
        if (position != tree.size()) {
            discrepancies.add(position, named(stored), "position " + tree.size() + " is missing before it");
        }
        byte[] placed = stored.placedHash();
        tree.add(placed != null && placed.length == TreeHash.BYTES ? TreeHash.of(placed) : TreeHash.EMPTY_TREE);
        if (witnessed != null
                && witnessed.size() == tree.size()
                && !witnessed.root().equals(tree.root())) {
            discrepancies.add(
                    position,
                    "the checkpoint of " + witnessed.size() + " entries that was handed in",
                    "has another root; an entry up to here was changed, taken out or put in");
        }
        while (next != null && next.size() <= tree.size()) {
            compare(next);
            next = checkpoints.hasNext() ? checkpoints.next() : null;
        }
    }

    /** What is wrong with an entry by itself. */
    private @Nullable String fault(StoredEntry stored) {
        LogEntry entry = stored.entry();
        if (entry == null) {
            return "the entry is gone, its leaf is in the tree";
        }
        TreeHash hash = entry.leafHash();
        if (!Arrays.equals(hash.bytes(), stored.entryHash())) {
            return "the entry is not the one that was hashed";
        }
        if (stored.position() != null && !Arrays.equals(hash.bytes(), stored.placedHash())) {
            return "the leaf in the tree is not of this entry";
        }
        return receiptFault(entry, hash, stored.receipt());
    }

    private @Nullable String receiptFault(LogEntry entry, TreeHash hash, @Nullable String note) {
        LogEntry.Coverage coverage = entry.coverage();
        boolean due = coverage != null && coverage.covered().getsReceipt();
        if (note == null) {
            return due ? "its receipt is gone" : null;
        }
        boolean good = due
                && Receipt.read(note)
                        .filter(receipt -> receipt.leafHash().equals(hash))
                        .filter(receipt -> note.equals(SignedNote.parse(note).written()))
                        .map(receipt -> signer.signed(SignedNote.parse(note)))
                        .orElse(false);
        return good ? null : "its receipt is not the one that was handed out";
    }

    private void compareNode(int level, long index, TreeHash root) {
        Iterator<StoredNode> stored = nodes.computeIfAbsent(level, reading::nodes);
        StoredNode node = stored.hasNext() ? stored.next() : null;
        if (node == null || node.index() != index || !Arrays.equals(node.hash(), root.bytes())) {
            long last = ((index + 1) << (TreeSource.BITS_A_LEVEL * level)) - 1;
            discrepancies.add(
                    last,
                    "kept root of level " + level + ", index " + index,
                    node == null || node.index() != index
                            ? "is missing, or another stands in its place"
                            : "is not that of its leaves");
        }
    }

    private void compare(StoredCheckpoint stored) {
        checkpointsSeen++;
        String name = "checkpoint " + stored.number() + " of " + stored.size() + " entries";
        if (stored.number() != checkpointsSeen) {
            discrepancies.add(stored.size() - 1, name, "is not the next; number " + checkpointsSeen + " was expected");
        }
        if (stored.size() != tree.size()
                || !Arrays.equals(stored.root(), tree.root().bytes())) {
            discrepancies.add(stored.size() - 1, name, "has another root than its entries; one up to here was changed");
        } else if (!isNoteOf(stored)) {
            discrepancies.add(stored.size() - 1, name, "is not the note that was signed");
        }
        lastCheckpoint = stored.size();
    }

    private boolean isNoteOf(StoredCheckpoint stored) {
        try {
            SignedNote note = SignedNote.parse(stored.note());
            Checkpoint stated = Checkpoint.read(note.text()).orElse(null);
            return stated != null
                    && stated.equals(new Checkpoint(signer.origin(), stored.size(), TreeHash.of(stored.root())))
                    && stored.note().equals(note.written())
                    && signer.signed(note);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private void finish(@Nullable Checkpoint witnessed) {
        if (next != null) {
            discrepancies.add(
                    null,
                    "checkpoint " + next.number() + " of " + next.size() + " entries",
                    "tells of more entries than there are; the end of the log is gone");
        } else if (lastCheckpoint != tree.size()) {
            discrepancies.add(
                    null, "the last checkpoint, of " + lastCheckpoint + " entries", "is not of the whole log");
        }
        if (witnessed != null && witnessed.size() > tree.size()) {
            discrepancies.add(
                    null,
                    "the checkpoint of " + witnessed.size() + " entries that was handed in",
                    "tells of more entries than there are; the end of the log is gone");
        }
        for (int level = 1; level <= Math.max(reading.highestLevel(), nodes.size()); level++) {
            if (nodes.computeIfAbsent(level, reading::nodes).hasNext()) {
                discrepancies.add(null, "a kept root of level " + level, "stands over leaves that are not there");
            }
        }
    }

    private static String named(StoredEntry stored) {
        LogEntry entry = stored.entry();
        return "entry " + stored.number()
                + (entry == null
                        ? ""
                        : " (" + entry.entry().kind()
                                + (entry.entry().reference() == null
                                        ? ""
                                        : " " + entry.entry().reference())
                                + ")");
    }
}
