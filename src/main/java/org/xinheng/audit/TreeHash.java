package org.xinheng.audit;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** A hash in a Merkle tree: SHA-256, with 0x00 before a leaf and 0x01 before a node (RFC 6962 §2.1). */
public final class TreeHash {
    /** Length in bytes. */
    public static final int BYTES = 32;

    /** Root of the tree without leaves. */
    public static final TreeHash EMPTY_TREE = new TreeHash(sha256().digest());

    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private final byte[] bytes;

    private TreeHash(byte[] bytes) {
        this.bytes = bytes;
    }

    /** A hash that was kept. */
    public static TreeHash of(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("a hash has " + BYTES + " bytes");
        }
        return new TreeHash(bytes.clone());
    }

    /** Hash of a leaf with this content. */
    public static TreeHash ofLeaf(byte[] content) {
        MessageDigest sha256 = sha256();
        sha256.update(LEAF);
        return new TreeHash(sha256.digest(content));
    }

    /** Hash of the node above two others. */
    public static TreeHash ofNode(TreeHash left, TreeHash right) {
        byte[] both = new byte[1 + 2 * BYTES];
        both[0] = NODE;
        System.arraycopy(left.bytes, 0, both, 1, BYTES);
        System.arraycopy(right.bytes, 0, both, 1 + BYTES, BYTES);
        return new TreeHash(sha256().digest(both));
    }

    /** A hash in hexadecimal, as the addresses carry it. */
    public static TreeHash ofHex(String hex) {
        return of(HexFormat.of().parseHex(hex));
    }

    /** A hash in Base64, as notes carry it. */
    public static TreeHash ofBase64(String base64) {
        TreeHash hash = of(Base64.getDecoder().decode(base64));
        if (!hash.base64().equals(base64)) {
            throw new IllegalArgumentException("a hash is written in one way");
        }
        return hash;
    }

    /** The bytes. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** In hexadecimal, lower case. */
    public String hex() {
        return HexFormat.of().formatHex(bytes);
    }

    /** In Base64 (RFC 4648 §4). */
    public String base64() {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TreeHash hash && Arrays.equals(bytes, hash.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return hex();
    }
}
