package org.xinheng.impact;

/** A measure that an answer gains, loses, or has otherwise than before. */
public record Change(ChangeKind kind, String measure, String listKind) {}
