package org.xinheng.notary;

import java.nio.charset.StandardCharsets;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/** Signs notes with Ed25519 (RFC 8032). The same text gives the same signature. */
public final class Ed25519Signer implements NoteSigner {
    private final byte[] seed;
    private final byte[] publicKey = new byte[Ed25519.PUBLIC_KEY_SIZE];
    private final VerifierKey verifierKey;

    /**
     * A signer.
     *
     * @param seed 32 random bytes
     */
    public Ed25519Signer(String name, byte[] seed) {
        if (seed.length != Ed25519.SECRET_KEY_SIZE) {
            throw new IllegalArgumentException("a signing key has " + Ed25519.SECRET_KEY_SIZE + " bytes");
        }
        this.seed = seed.clone();
        Ed25519.generatePublicKey(this.seed, 0, publicKey, 0);
        this.verifierKey = new VerifierKey(name, SignatureType.ED25519, publicKey);
    }

    @Override
    public String line(String text) {
        byte[] message = text.getBytes(StandardCharsets.UTF_8);
        byte[] signature = new byte[Ed25519.SIGNATURE_SIZE];
        Ed25519.sign(seed, 0, publicKey, 0, message, 0, message.length, signature, 0);
        return verifierKey.line(signature);
    }

    @Override
    public VerifierKey verifierKey() {
        return verifierKey;
    }

    static boolean verifies(byte[] publicKey, byte[] message, byte[] signature) {
        return publicKey.length == Ed25519.PUBLIC_KEY_SIZE
                && signature.length == Ed25519.SIGNATURE_SIZE
                && Ed25519.verify(signature, 0, publicKey, 0, message, 0, message.length);
    }
}
