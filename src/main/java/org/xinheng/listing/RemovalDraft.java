package org.xinheng.listing;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.xinheng.kernel.Identifier;

/**
 * A removal as a row of a feed says it (移出): of which entry, from when on, and why.
 *
 * @param documentNumber number of the designation's document, null where the subject has one entry of the kind only
 * @param recognisedUnder agreement under which the entry was taken in, null for an own one
 * @param removedOn first day without effect
 * @param correction whether the entry should never have been made
 */
public record RemovalDraft(
        String listKind,
        Identifier subject,
        @Nullable String documentNumber,
        @Nullable String recognisedUnder,
        LocalDate removedOn,
        String reason,
        String removalDocument,
        boolean correction) {}
