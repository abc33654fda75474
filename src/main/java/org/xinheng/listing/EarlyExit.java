package org.xinheng.listing;

import java.time.LocalDate;
import org.xinheng.catalogue.CountedFrom;
import org.xinheng.catalogue.ListKind;

/** 提前移出: how soon an entry may leave its list before its last day, as the register 名单目录 says. */
public final class EarlyExit {
    private EarlyExit() {}

    /** First day on which it may be without effect; the day of listing where the kind sets no shortest time. */
    public static LocalDate possibleFrom(Listing listing, ListKind kind) {
        if (kind.earliestExit() == null) {
            return listing.listedOn();
        }
        Designation designation = listing.designation();
        LocalDate first = kind.countedFrom() == CountedFrom.DOCUMENT_DATE && designation != null
                ? designation.documentDate()
                : listing.listedOn();
        return kind.earliestExit()
                .lastDayFrom(first)
                .map(last -> last.plusDays(1))
                .orElse(LocalDate.MAX);
    }

    /**
     * Whether a removal on that day comes before its time; one after the last day is none, and an entry of a partner
     * region ends when its own region ends it.
     */
    public static boolean tooEarly(Listing listing, ListKind kind, LocalDate removedOn) {
        return listing.recognisedUnder() == null
                && removedOn.isBefore(possibleFrom(listing, kind))
                && (listing.expiresOn() == null || !removedOn.isAfter(listing.expiresOn()));
    }
}
