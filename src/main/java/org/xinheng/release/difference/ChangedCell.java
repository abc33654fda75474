package org.xinheng.release.difference;

import org.jspecify.annotations.Nullable;

/**
 * A cell that says something else than before.
 *
 * @param addressBefore null where the sheet had no such column
 * @param addressAfter null where the sheet has no such column any more
 * @param before empty where the cell was blank
 * @param after empty where the cell is blank
 */
public record ChangedCell(
        String heading,
        @Nullable String addressBefore,
        @Nullable String addressAfter,
        String before,
        String after) {}
