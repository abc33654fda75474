package org.xinheng.listing;

import org.jspecify.annotations.Nullable;

/** A sector or item that the designation is limited to; at least one of the two is present. */
public record DesignatedItem(
        @Nullable String sector, @Nullable String item) {}
