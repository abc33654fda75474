package org.xinheng.audit;

import java.util.ArrayList;
import java.util.List;

/**
 * A tree to whose right end leaves are added one by one. It keeps the roots of the complete subtrees on its right edge
 * alone, and tells each root over 256ⁿ leaves at the moment when it becomes complete.
 */
public final class GrowingTree {
    private final Completion completion;
    private final List<TreeHash> edge = new ArrayList<>();
    private long size;

    /** Is told of each complete subtree of 256ⁿ leaves. */
    @FunctionalInterface
    public interface Completion {
        /** The index-th of its level is complete. */
        void completed(int level, long index, TreeHash root);
    }

    /** A tree without leaves. */
    public GrowingTree(Completion completion) {
        this.completion = completion;
    }

    /** The tree of the first leaves of a kept one, to grow on. */
    public static GrowingTree from(TreeSource source, long size, Completion completion) {
        GrowingTree tree = new GrowingTree(completion);
        // the edge is built from the largest complete subtrees down; what is told of them was told before
        for (int level = Long.SIZE / TreeSource.BITS_A_LEVEL - 1; level >= 0; level--) {
            int bits = TreeSource.BITS_A_LEVEL * level;
            long there = size >> bits;
            int open = (int) (there % TreeSource.WIDTH);
            if (open > 0) {
                for (TreeHash hash : source.hashes(level, there - open, open)) {
                    tree.push(hash, tree.size >> bits, bits, false);
                    tree.size += 1L << bits;
                }
            }
        }
        return tree;
    }

    /** Adds a leaf and returns its position. */
    public long add(TreeHash leaf) {
        push(leaf, size, 0, true);
        return size++;
    }

    /** Number of leaves. */
    public long size() {
        return size;
    }

    /** Root of the tree as it stands. */
    public TreeHash root() {
        if (edge.isEmpty()) {
            return TreeHash.EMPTY_TREE;
        }
        TreeHash root = edge.get(edge.size() - 1);
        for (int i = edge.size() - 2; i >= 0; i--) {
            root = TreeHash.ofNode(edge.get(i), root);
        }
        return root;
    }

    private void push(TreeHash hash, long index, int height, boolean reported) {
        TreeHash complete = hash;
        long at = index;
        int bits = height;
        while ((at & 1) == 1) {
            complete = TreeHash.ofNode(edge.remove(edge.size() - 1), complete);
            at >>= 1;
            bits++;
            if (reported && bits % TreeSource.BITS_A_LEVEL == 0) {
                completion.completed(bits / TreeSource.BITS_A_LEVEL, at, complete);
            }
        }
        edge.add(complete);
    }
}
