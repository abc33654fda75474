package org.xinheng.listing.service;

import java.time.LocalDate;
import java.util.UUID;
import org.xinheng.caller.Caller;
import org.xinheng.kernel.ErrorCode;
import org.xinheng.kernel.Refusal;
import org.xinheng.listing.Listing;
import org.xinheng.listing.Listings;

/** An entry that its own department changes. */
final class OwnListing {
    private OwnListing() {}

    /**
     * The entry as it is before the change.
     *
     * @param day from which the change counts
     * @param field of the body that names the day
     * @throws Refusal LISTING_NOT_FOUND, LIST_KIND_NOT_YOURS, or LISTING_DATES for a day before the entry's first
     */
    static Listing find(Listings listings, Caller caller, UUID listingId, LocalDate day, String field) {
        Listing known = listings.find(listingId, listings.lastCommit())
                .orElseThrow(() -> Refusal.of(ErrorCode.LISTING_NOT_FOUND, listingId.toString()));
        if (!known.initiatingDepartment().equals(caller.department())) {
            throw Refusal.of(ErrorCode.LIST_KIND_NOT_YOURS, known.listKind(), caller.department(), known.region());
        }
        if (day.isBefore(known.listedOn())) {
            throw Refusal.at(
                    "/" + field,
                    ErrorCode.LISTING_DATES,
                    field,
                    known.listedOn().toString());
        }
        return known;
    }
}
