package org.xinheng.app.startup;

/**
 * The three keys of the service, 32 bytes each; never printed.
 *
 * @param encryption AES-256-GCM, for what names a person
 * @param lookup HMAC-SHA-256, for finding identifiers without reading them
 * @param signing Ed25519 seed (RFC 8032), for the checkpoints of the decision log
 */
@SuppressWarnings("ArrayRecordComponent") // keys are handed on, never compared
public record ServiceKeys(byte[] encryption, byte[] lookup, byte[] signing) {
    public ServiceKeys {
        encryption = encryption.clone();
        lookup = lookup.clone();
        signing = signing.clone();
    }

    @Override
    public String toString() {
        return "ServiceKeys[…]";
    }
}
