package org.xinheng.audit;

import java.util.List;

/** Port: the hashes of the log's tree as they are kept: the leaves, and the roots of complete subtrees of 256ⁿ leaves. */
public interface TreeSource {
    /** Leaves under a root of the next level kept: 2 to the power of {@value #BITS_A_LEVEL}. */
    int WIDTH = 256;

    /** Levels of the tree between two levels that are kept. */
    int BITS_A_LEVEL = 8;

    /**
     * Neighbouring hashes of one level.
     *
     * @param level 0 for leaves, n for roots over 256ⁿ leaves
     * @param from index of the first
     * @param count how many, at most {@value #WIDTH}
     * @throws IllegalStateException when one of them is not there
     */
    List<TreeHash> hashes(int level, long from, int count);
}
