package org.xinheng.notary;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import org.bouncycastle.asn1.gm.GMNamedCurves;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.generators.HKDFBytesGenerator;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.HKDFParameters;
import org.bouncycastle.crypto.signers.SM2Signer;
import org.bouncycastle.crypto.signers.StandardDSAEncoding;

/**
 * Signs notes with SM2 and SM3, for deployments that must use national algorithms. The private key is drawn from the
 * signing key of the service, apart from its Ed25519 key (HKDF, RFC 5869). Each signature is another, so what was signed once is kept.
 */
public final class Sm2Signer implements NoteSigner {
    private static final ECDomainParameters CURVE = curve();
    private static final byte[] PURPOSE = "xinheng sm2 signing".getBytes(StandardCharsets.US_ASCII);
    private static final int DRAWN_BYTES = 48;

    private final ECPrivateKeyParameters privateKey;
    private final VerifierKey verifierKey;

    /**
     * A signer.
     *
     * @param seed 32 random bytes
     */
    public Sm2Signer(String name, byte[] seed) {
        var hkdf = new HKDFBytesGenerator(new SM3Digest());
        hkdf.init(new HKDFParameters(seed, null, PURPOSE));
        byte[] drawn = new byte[DRAWN_BYTES];
        hkdf.generateBytes(drawn, 0, drawn.length);
        BigInteger d = new BigInteger(1, drawn)
                .mod(CURVE.getN().subtract(BigInteger.TWO))
                .add(BigInteger.ONE); // 1 … n - 2
        this.privateKey = new ECPrivateKeyParameters(d, CURVE);
        byte[] point = CURVE.getG().multiply(d).normalize().getEncoded(false);
        this.verifierKey = new VerifierKey(name, SignatureType.SM2, point);
    }

    @Override
    public String line(String text) {
        byte[] message = text.getBytes(StandardCharsets.UTF_8);
        var signer = new SM2Signer(StandardDSAEncoding.INSTANCE, new SM3Digest());
        signer.init(true, privateKey);
        signer.update(message, 0, message.length);
        try {
            return verifierKey.line(signer.generateSignature());
        } catch (CryptoException e) {
            throw new IllegalStateException("a note cannot be signed with SM2", e);
        }
    }

    @Override
    public VerifierKey verifierKey() {
        return verifierKey;
    }

    static boolean verifies(byte[] publicKey, byte[] message, byte[] signature) {
        try {
            var verifier = new SM2Signer(StandardDSAEncoding.INSTANCE, new SM3Digest());
            verifier.init(false, new ECPublicKeyParameters(CURVE.getCurve().decodePoint(publicKey), CURVE));
            verifier.update(message, 0, message.length);
            return verifier.verifySignature(signature);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static ECDomainParameters curve() {
        X9ECParameters named = GMNamedCurves.getByName("sm2p256v1");
        return new ECDomainParameters(named.getCurve(), named.getG(), named.getN(), named.getH());
    }
}
