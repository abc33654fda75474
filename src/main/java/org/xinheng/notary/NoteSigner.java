package org.xinheng.notary;

/** A key that signs notes. */
public interface NoteSigner {
    /** The signature line for a text, without its line feed. */
    String line(String text);

    /** What a reader needs to check its signatures. */
    VerifierKey verifierKey();
}
