package org.xinheng.notary;

import java.nio.charset.StandardCharsets;

/** How notes are signed. */
public enum SignatureType {
    /** RFC 8032; type 0x01 of C2SP signed-note. */
    ED25519("\u0001") {
        @Override
        boolean verifies(byte[] publicKey, byte[] message, byte[] signature) {
            return Ed25519Signer.verifies(publicKey, message, signature);
        }
    },

    /** SM2 with SM3 (GB/T 32918.2, GB/T 32905), user id of GM/T 0009; C2SP leaves 0xff and a name for such types. */
    SM2("\u00ffsm2-sm3") {
        @Override
        boolean verifies(byte[] publicKey, byte[] message, byte[] signature) {
            return Sm2Signer.verifies(publicKey, message, signature);
        }
    };

    /** A character a byte. */
    private final String identifier;

    SignatureType(String identifier) {
        this.identifier = identifier;
    }

    byte[] identifier() {
        return identifier.getBytes(StandardCharsets.ISO_8859_1);
    }

    abstract boolean verifies(byte[] publicKey, byte[] message, byte[] signature);
}
