package org.xinheng.notary;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * The public half of a key that signs notes, written {@code name+key id+base64(type ‖ public key)}. The key id is the
 * head of SHA-256 over name, line feed, type and public key (C2SP signed-note).
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
public record VerifierKey(String name, SignatureType type, byte[] publicKey) {
    private static final int KEY_ID_BYTES = 4;

    public VerifierKey {
        publicKey = publicKey.clone();
        if (name.isEmpty()
                || name.indexOf('+') >= 0
                || name.chars().anyMatch(c -> Character.isSpaceChar(c) || c < ' ')) {
            throw new IllegalArgumentException("the name of a key has no spaces and no plus sign: `" + name + "`");
        }
    }

    /** What a signature line says of this key. */
    enum Judgement {
        /** This key signed the text. */
        SIGNED,
        /** The line claims this key, which did not sign the text. */
        FORGED,
        /** The line is of another key. */
        OF_ANOTHER_KEY
    }

    /**
     * Reads a key as it is written.
     *
     * @throws IllegalArgumentException when it is none, or of a type that is not known
     */
    public static VerifierKey parse(String written) {
        String[] parts = written.strip().split("\\+", 3);
        if (parts.length != 3) {
            throw new IllegalArgumentException("a verifier key is name+key id+key");
        }
        byte[] typed = Base64.getDecoder().decode(parts[2]);
        for (SignatureType type : SignatureType.values()) {
            byte[] identifier = type.identifier();
            if (typed.length > identifier.length
                    && Arrays.equals(typed, 0, identifier.length, identifier, 0, identifier.length)) {
                var key = new VerifierKey(parts[0], type, Arrays.copyOfRange(typed, identifier.length, typed.length));
                if (!HexFormat.of().formatHex(key.keyId()).equals(parts[1])) {
                    throw new IllegalArgumentException("the key id is not of this key");
                }
                return key;
            }
        }
        throw new IllegalArgumentException("the type of the key is not known");
    }

    /** The key as it is handed to those who check. */
    public String written() {
        return name + "+" + HexFormat.of().formatHex(keyId()) + "+"
                + Base64.getEncoder().encodeToString(concatenated(type.identifier(), publicKey));
    }

    byte[] keyId() {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(name.getBytes(StandardCharsets.UTF_8));
            sha256.update((byte) '\n');
            sha256.update(type.identifier());
            return Arrays.copyOf(sha256.digest(publicKey), KEY_ID_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** The line under a text that carries this signature. */
    String line(byte[] signature) {
        return "— " + name + " " + Base64.getEncoder().encodeToString(concatenated(keyId(), signature));
    }

    Judgement judge(String text, String line) {
        String[] words = line.split(" ", -1);
        if (words.length != 3 || !words[1].equals(name)) {
            return Judgement.OF_ANOTHER_KEY;
        }
        byte[] sealed;
        try {
            sealed = Base64.getDecoder().decode(words[2]);
        } catch (IllegalArgumentException e) {
            return Judgement.FORGED;
        }
        if (!Base64.getEncoder().encodeToString(sealed).equals(words[2])) {
            return Judgement.FORGED; // one signature is written in one way
        }
        if (sealed.length <= KEY_ID_BYTES || !Arrays.equals(sealed, 0, KEY_ID_BYTES, keyId(), 0, KEY_ID_BYTES)) {
            return Judgement.OF_ANOTHER_KEY;
        }
        byte[] signature = Arrays.copyOfRange(sealed, KEY_ID_BYTES, sealed.length);
        return type.verifies(publicKey, text.getBytes(StandardCharsets.UTF_8), signature)
                ? Judgement.SIGNED
                : Judgement.FORGED;
    }

    private static byte[] concatenated(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }
}
