package org.xinheng.demonstration;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.xinheng.listing.ListingDraft;

/**
 * An entry of the demonstration.
 *
 * @param number from 1, the same on every machine
 * @param department code of the department that enters it
 * @param removedOn first day without effect, null when it is not removed
 */
record SyntheticListing(
        int number,
        String department,
        ListingDraft draft,
        @Nullable LocalDate removedOn) {}
