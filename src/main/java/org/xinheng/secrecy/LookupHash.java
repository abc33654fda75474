package org.xinheng.secrecy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.xinheng.kernel.Identifier;
import org.xinheng.kernel.IdentifierScheme;

/**
 * The keyed hash by which identifiers are found without being readable: HMAC-SHA-256 (RFC 2104) over scheme and value.
 * The same key on all nodes gives the same hash.
 */
public final class LookupHash {
    /** Length of the key, in bytes. */
    public static final int KEY_BYTES = 32;

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    /** @param key {@value #KEY_BYTES} random bytes */
    public LookupHash(byte[] key) {
        if (key.length != KEY_BYTES) {
            throw new IllegalArgumentException("a look-up key has " + KEY_BYTES + " bytes");
        }
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    /**
     * The hash by which a subject is found: the same for all numbers that follow from one another (design §6.12).
     *
     * @see Identifier#key()
     */
    public byte[] of(Identifier identifier) {
        return ofWriting(identifier.key());
    }

    /** The hash of one number of a subject as it stands. */
    public byte[] ofWriting(Identifier identifier) {
        return of(identifier.scheme(), identifier.value());
    }

    /**
     * The hash of an identifier.
     *
     * @param value in the form in which it is compared
     */
    public byte[] of(IdentifierScheme scheme, String value) {
        return hash(scheme.name(), value);
    }

    /**
     * The hash of a text that is no identifier.
     *
     * @param context what it is of, no name of a scheme; in small letters
     */
    public byte[] ofText(String context, String text) {
        return hash(context, text);
    }

    private byte[] hash(String context, String value) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(context.getBytes(StandardCharsets.US_ASCII));
            mac.update((byte) 0);
            return mac.doFinal(value.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }
}
