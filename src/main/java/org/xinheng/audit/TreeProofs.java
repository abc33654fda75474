package org.xinheng.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Roots, inclusion and consistency proofs of one tree (RFC 6962 §2.1), for any size up to what is kept. Hashes are read
 * a block of 256 at a time and the levels between are computed, so that a proof in a tree of ten million leaves takes
 * eight readings. One instance answers one question.
 */
public final class TreeProofs {
    private final TreeSource source;
    private final long size;
    private final Map<Block, List<TreeHash>> read = new HashMap<>();

    /**
     * Proofs in the tree of the first leaves.
     *
     * @param size number of leaves, all of which are kept
     */
    public TreeProofs(TreeSource source, long size) {
        if (size < 0) {
            throw new IllegalArgumentException("a tree has no negative size");
        }
        this.source = source;
        this.size = size;
    }

    private record Block(int level, long index) {}

    /** Root of the tree: MTH(D[size]). */
    public TreeHash root() {
        return size == 0 ? TreeHash.EMPTY_TREE : root(0, size);
    }

    /**
     * The path from a leaf to the root: PATH(position, D[size]).
     *
     * @param position smaller than the size
     */
    public List<TreeHash> inclusion(long position) {
        if (position < 0 || position >= size) {
            throw new IllegalArgumentException("the tree has no such leaf");
        }
        List<TreeHash> path = new ArrayList<>();
        addPath(path, position, 0, size);
        return path;
    }

    /**
     * The proof that the tree of the first leaves is the head of this one: PROOF(first, D[size]).
     *
     * @param first 1 to the size; of equal trees the proof is empty
     */
    public List<TreeHash> consistency(long first) {
        if (first < 1 || first > size) {
            throw new IllegalArgumentException("the tree has no such head");
        }
        List<TreeHash> proof = new ArrayList<>();
        addSubproof(proof, first, 0, size, true);
        return proof;
    }

    private void addPath(List<TreeHash> path, long position, long from, long to) {
        if (to - from == 1) {
            return;
        }
        long middle = from + largestPowerBelow(to - from);
        if (position < middle) {
            addPath(path, position, from, middle);
            path.add(root(middle, to));
        } else {
            addPath(path, position, middle, to);
            path.add(root(from, middle));
        }
    }

    private void addSubproof(List<TreeHash> proof, long first, long from, long to, boolean known) {
        if (first == to) {
            if (!known) {
                proof.add(root(from, to));
            }
            return;
        }
        long middle = from + largestPowerBelow(to - from);
        if (first <= middle) {
            addSubproof(proof, first, from, middle, known);
            proof.add(root(middle, to));
        } else {
            addSubproof(proof, first, middle, to, false);
            proof.add(root(from, middle));
        }
    }

    /** Root over the leaves {@code from} to {@code to}, where the left one begins a complete subtree of that size. */
    private TreeHash root(long from, long to) {
        long count = to - from;
        if (Long.bitCount(count) == 1) {
            return complete(Long.numberOfTrailingZeros(count), from / count);
        }
        long middle = from + largestPowerBelow(count);
        return TreeHash.ofNode(root(from, middle), root(middle, to));
    }

    /** Root of a complete subtree: the index-th over 2^height leaves. */
    private TreeHash complete(int height, long index) {
        int level = height / TreeSource.BITS_A_LEVEL;
        int above = height % TreeSource.BITS_A_LEVEL;
        long first = index << above;
        List<TreeHash> block = block(level, first / TreeSource.WIDTH);
        int at = (int) (first % TreeSource.WIDTH);
        return over(block, at, 1 << above);
    }

    private List<TreeHash> block(int level, long index) {
        return read.computeIfAbsent(new Block(level, index), wanted -> {
            long there = size >> (TreeSource.BITS_A_LEVEL * level);
            long from = index * TreeSource.WIDTH;
            return source.hashes(level, from, (int) Math.min(TreeSource.WIDTH, there - from));
        });
    }

    private static TreeHash over(List<TreeHash> hashes, int from, int count) {
        return count == 1
                ? hashes.get(from)
                : TreeHash.ofNode(over(hashes, from, count / 2), over(hashes, from + count / 2, count / 2));
    }

    private static long largestPowerBelow(long count) {
        return Long.highestOneBit(count - 1);
    }
}
