package org.xinheng.idempotency;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What is remembered of a request's body: enough to tell another body, nothing to read.
 *
 * @param hex SHA-256, lower-case hex
 */
public record BodyHash(String hex) {
    /** The hash of a body in its canonical form. */
    public static BodyHash of(byte[] canonical) {
        try {
            return new BodyHash(HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(canonical)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
