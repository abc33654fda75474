package org.xinheng.bench.log;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.LongStream;
import org.xinheng.audit.AuditEntry;
import org.xinheng.audit.AuditKind;
import org.xinheng.audit.GrowingTree;
import org.xinheng.audit.LogEntry;
import org.xinheng.audit.TreeHash;
import org.xinheng.audit.TreeProofs;
import org.xinheng.audit.TreeSource;
import org.xinheng.bench.Rounds;

/** Hashing entries into a tree as verification does, and inclusion proofs in a tree of ten million leaves. */
public final class TreeRounds {
    private static final int ROUNDS = Integer.getInteger("xinheng.bench.rounds", 5);
    private static final int ENTRIES = 1_000_000;
    private static final int BLOCK = 4096;
    private static final long LEAVES = 10_000_000;
    private static final int PROOFS = 2_000;

    private TreeRounds() {}

    /** Runs the rounds. */
    public static void run() {
        Rounds hashing = new Rounds("entries/s");
        Rounds proofs = new Rounds("ms");
        Stored stored = new Stored();
        GrowingTree tree = new GrowingTree(stored::keep);
        for (long i = 0; i < LEAVES; i++) {
            TreeHash leaf = TreeHash.ofLeaf(Long.toString(i).getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            stored.keep(0, i, leaf);
            tree.add(leaf);
        }
        SplittableRandom chance = new SplittableRandom(20_261_124L);
        for (int round = 0; round <= ROUNDS; round++) {
            double entries = entriesPerSecond();
            double[] millis = proofs(stored, tree.root(), chance);
            if (round > 0) { // the first warms up
                hashing.add("entries hashed into the tree", entries);
                proofs.add("inclusion proof at 10,000,000, median", millis[PROOFS / 2]);
                proofs.add("inclusion proof at 10,000,000, longest", millis[PROOFS - 1]);
            }
        }
        hashing.print();
        proofs.print();
        System.out.println("wanted: at least 200,000 entries/s on two cores; a proof within 10 ms");
    }

    private static double entriesPerSecond() {
        GrowingTree tree = new GrowingTree((level, index, root) -> {});
        long begun = System.nanoTime();
        for (long from = 0; from < ENTRIES; from += BLOCK) {
            List<TreeHash> leaves = LongStream.range(from, from + BLOCK)
                    .parallel()
                    .mapToObj(number -> entry(number).leafHash())
                    .toList();
            leaves.forEach(tree::add);
        }
        return tree.size() / ((System.nanoTime() - begun) / 1e9);
    }

    private static LogEntry entry(long number) {
        UUID id = new UUID(number, ~number);
        return new LogEntry(
                number,
                AuditEntry.of(
                        Instant.ofEpochSecond(1_790_000_000L + number),
                        AuditKind.DECISION,
                        id,
                        "WH-CZJ",
                        id.toString()),
                null);
    }

    private static double[] proofs(Stored stored, TreeHash root, SplittableRandom chance) {
        double[] millis = new double[PROOFS];
        for (int i = 0; i < PROOFS; i++) {
            long position = chance.nextLong(LEAVES);
            long begun = System.nanoTime();
            List<TreeHash> path = new TreeProofs(stored, LEAVES).inclusion(position);
            millis[i] = (System.nanoTime() - begun) / 1e6;
            if (path.isEmpty() || root == null) {
                throw new IllegalStateException("no path");
            }
        }
        java.util.Arrays.sort(millis);
        return millis;
    }

    /** The levels that the database keeps, in memory. */
    private static final class Stored implements TreeSource {
        private final List<List<TreeHash>> levels = new ArrayList<>();

        void keep(int level, long index, TreeHash hash) {
            while (levels.size() <= level) {
                levels.add(new ArrayList<>());
            }
            levels.get(level).add(hash);
        }

        @Override
        public List<TreeHash> hashes(int level, long from, int count) {
            return levels.get(level).subList((int) from, (int) from + count);
        }
    }
}
