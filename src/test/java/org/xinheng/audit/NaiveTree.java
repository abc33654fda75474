package org.xinheng.audit;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;

/** RFC 6962 §2.1 word by word, over lists of leaves, without a thought for speed: what the product's trees are held to. */
final class NaiveTree {
    private NaiveTree() {}

    /** Leaves with content of their own. */
    static List<byte[]> leaves(int count) {
        List<byte[]> leaves = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            leaves.add(ByteBuffer.allocate(5).put((byte) 7).putInt(i).array());
        }
        return leaves;
    }

    /** MTH(D[n]). */
    static byte[] root(List<byte[]> d) {
        if (d.isEmpty()) {
            return sha256();
        }
        if (d.size() == 1) {
            return sha256(new byte[] {0}, d.get(0));
        }
        int k = split(d.size());
        return sha256(new byte[] {1}, root(d.subList(0, k)), root(d.subList(k, d.size())));
    }

    /** PATH(m, D[n]). */
    static List<byte[]> path(int m, List<byte[]> d) {
        if (d.size() == 1) {
            return new ArrayList<>();
        }
        int k = split(d.size());
        List<byte[]> path = m < k ? path(m, d.subList(0, k)) : path(m - k, d.subList(k, d.size()));
        path.add(m < k ? root(d.subList(k, d.size())) : root(d.subList(0, k)));
        return path;
    }

    /** PROOF(m, D[n]). */
    static List<byte[]> proof(int m, List<byte[]> d) {
        return subproof(m, d, true);
    }

    private static List<byte[]> subproof(int m, List<byte[]> d, boolean whole) {
        if (m == d.size()) {
            return whole ? new ArrayList<>() : new ArrayList<>(List.of(root(d)));
        }
        int k = split(d.size());
        List<byte[]> proof =
                m <= k ? subproof(m, d.subList(0, k), whole) : subproof(m - k, d.subList(k, d.size()), false);
        proof.add(m <= k ? root(d.subList(k, d.size())) : root(d.subList(0, k)));
        return proof;
    }

    /** The largest power of two smaller than n. */
    private static int split(int n) {
        int k = 1;
        while (k * 2 < n) {
            k *= 2;
        }
        return k;
    }

    private static byte[] sha256(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
