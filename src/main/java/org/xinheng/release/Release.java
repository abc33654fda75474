package org.xinheng.release;

import java.time.Instant;
import java.util.UUID;
import org.xinheng.catalogue.Registers;

/**
 * A release (发布版) that has passed the gate, with what it says.
 *
 * @param contentHash SHA-256 over its workbooks and rules, lower-case hex
 * @param createdAt when it was made
 * @param engineVersion version of the rule engine it was compiled with
 */
public record Release(UUID id, String contentHash, Instant createdAt, String engineVersion, ReleaseContent content) {
    /** Shorthand for the registers of this release. */
    public Registers registers() {
        return content.registers();
    }
}
