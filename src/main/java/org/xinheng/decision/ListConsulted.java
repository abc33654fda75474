package org.xinheng.decision;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A list kind that rows for the matter ask about, and when it was last read; null when it never was. */
public record ListConsulted(String listKind, @Nullable Instant freshAsOf) {}
