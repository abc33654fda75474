package org.xinheng.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xinheng.audit.LogReading.KeptCheckpoint;
import org.xinheng.audit.LogReading.KeptEntry;
import org.xinheng.audit.LogReading.KeptNode;
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
    private final Map<Integer, Iterator<KeptNode>> nodes = new HashMap<>();
    private final GrowingTree tree = new GrowingTree(this::compareNode);
    private final Iterator<KeptCheckpoint> checkpoints;
    private @Nullable KeptCheckpoint next;
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
        Iterator<KeptEntry> entries = reading.entries();
        List<KeptEntry> block = new ArrayList<>(BLOCK);
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

    private void take(KeptEntry kept, @Nullable String fault, @Nullable Checkpoint witnessed) {
        if (fault != null) {
            discrepancies.add(kept.position(), named(kept), fault);
        }
        Long position = kept.position();
        if (position == null) {
            waiting++;
            return;
        }
        if (position != tree.size()) {
            discrepancies.add(position, named(kept), "position " + tree.size() + " is missing before it");
        }
        byte[] placed = kept.placedHash();
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
    private @Nullable String fault(KeptEntry kept) {
        LogEntry entry = kept.entry();
        if (entry == null) {
            return "the entry is gone, its leaf is in the tree";
        }
        TreeHash hash = entry.leafHash();
        if (!Arrays.equals(hash.bytes(), kept.entryHash())) {
            return "the entry is not the one that was hashed";
        }
        if (kept.position() != null && !Arrays.equals(hash.bytes(), kept.placedHash())) {
            return "the leaf in the tree is not of this entry";
        }
        return receiptFault(entry, hash, kept.receipt());
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
        Iterator<KeptNode> kept = nodes.computeIfAbsent(level, reading::nodes);
        KeptNode node = kept.hasNext() ? kept.next() : null;
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

    private void compare(KeptCheckpoint kept) {
        checkpointsSeen++;
        String name = "checkpoint " + kept.number() + " of " + kept.size() + " entries";
        if (kept.number() != checkpointsSeen) {
            discrepancies.add(kept.size() - 1, name, "is not the next; number " + checkpointsSeen + " was expected");
        }
        if (kept.size() != tree.size()
                || !Arrays.equals(kept.root(), tree.root().bytes())) {
            discrepancies.add(kept.size() - 1, name, "has another root than its entries; one up to here was changed");
        } else if (!isNoteOf(kept)) {
            discrepancies.add(kept.size() - 1, name, "is not the note that was signed");
        }
        lastCheckpoint = kept.size();
    }

    private boolean isNoteOf(KeptCheckpoint kept) {
        try {
            SignedNote note = SignedNote.parse(kept.note());
            Checkpoint said = Checkpoint.read(note.text()).orElse(null);
            return said != null
                    && said.equals(new Checkpoint(signer.origin(), kept.size(), TreeHash.of(kept.root())))
                    && kept.note().equals(note.written())
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

    private static String named(KeptEntry kept) {
        LogEntry entry = kept.entry();
        return "entry " + kept.number()
                + (entry == null
                        ? ""
                        : " (" + entry.entry().kind()
                                + (entry.entry().reference() == null
                                        ? ""
                                        : " " + entry.entry().reference())
                                + ")");
    }
}
