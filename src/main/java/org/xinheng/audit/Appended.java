package org.xinheng.audit;

import java.util.Optional;

/**
 * An entry that was appended and stands in the log once the running transaction has committed.
 *
 * @param number its number in order of appending; its position is given out later
 * @param leafHash hash of its leaf
 * @param receipt signed promise to integrate it, where the record gets one
 */
public record Appended(long number, TreeHash leafHash, Optional<Receipt> receipt) {}
