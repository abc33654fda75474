package org.xinheng.decision.evidence;

/** Port: evidence as a document for people, to be printed. */
public interface EvidencePaper {
    /** The document, PDF. */
    byte[] print(Evidence evidence);
}
