package org.xinheng.audit;

import java.util.List;

/** Checks proofs as somebody outside does, by the algorithms of RFC 9162 §2.1.3.2 and §2.1.4.2. */
public final class ProofCheck {
    private ProofCheck() {}

    /** Whether the path leads from the leaf at this position to the root of the tree of that size. */
    public static boolean includes(long position, long size, TreeHash leaf, List<TreeHash> path, TreeHash root) {
        if (position < 0 || position >= size) {
            return false;
        }
        long at = position;
        long last = size - 1;
        TreeHash hash = leaf;
        for (TreeHash step : path) {
            if (last == 0) {
                return false;
            }
            if ((at & 1) == 1 || at == last) {
                hash = TreeHash.ofNode(step, hash);
                while ((at & 1) == 0 && at != 0) {
                    at >>= 1;
                    last >>= 1;
                }
            } else {
                hash = TreeHash.ofNode(hash, step);
            }
            at >>= 1;
            last >>= 1;
        }
        return last == 0 && hash.equals(root);
    }

    /** Whether the tree of the first size is the head of the tree of the second; of an empty tree nothing is proved. */
    public static boolean isHead(
            long first, long second, TreeHash firstRoot, TreeHash secondRoot, List<TreeHash> proof) {
        if (first == second) {
            return proof.isEmpty() && firstRoot.equals(secondRoot);
        }
        if (first < 1 || first > second) {
            return false;
        }
        if (proof.isEmpty()) {
            return false;
        }
        boolean power = Long.bitCount(first) == 1;
        int begin = power ? 0 : 1;
        TreeHash start = power ? firstRoot : proof.get(0);
        long at = first - 1;
        long last = second - 1;
        while ((at & 1) == 1) {
            at >>= 1;
            last >>= 1;
        }
        TreeHash head = start;
        TreeHash whole = start;
        for (TreeHash step : proof.subList(begin, proof.size())) {
            if (last == 0) {
                return false;
            }
            if ((at & 1) == 1 || at == last) {
                head = TreeHash.ofNode(step, head);
                whole = TreeHash.ofNode(step, whole);
                while ((at & 1) == 0 && at != 0) {
                    at >>= 1;
                    last >>= 1;
                }
            } else {
                whole = TreeHash.ofNode(whole, step);
            }
            at >>= 1;
            last >>= 1;
        }
        return last == 0 && head.equals(firstRoot) && whole.equals(secondRoot);
    }
}
