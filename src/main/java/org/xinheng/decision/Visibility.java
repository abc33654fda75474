package org.xinheng.decision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.xinheng.catalogue.ListKind;
import org.xinheng.catalogue.Registers;
import org.xinheng.listing.Listing;
import org.xinheng.listing.ListingStanding;
import org.xinheng.listing.SubjectFile;

/** Which listings of a subject an agency's decision may see (design §6.2, §6.5). */
public final class Visibility {
    private Visibility() {}

    /**
     * Listings in force, stayed or restored on {@code asOf}. For a past day, those that have been removed, revoked or
     * restored since are left out: they must no longer be shared.
     */
    public static List<ListingInQuestion> of(SubjectFile file, Registers registers, LocalDate asOf, LocalDate today) {
        List<ListingInQuestion> seen = new ArrayList<>();
        for (SubjectFile.Mention mention : file.mentions()) {
            Listing listing = mention.listing();
            ListKind kind = registers.listKinds().get(listing.listKind());
            boolean objectionSuspends = kind != null && kind.objectionSuspends();
            ListingStanding standing = listing.standingOn(asOf, objectionSuspends);
            if (mention.heldOn(asOf) && counts(standing) && !withdrawnSince(listing, asOf, today)) {
                seen.add(new ListingInQuestion(listing, mention.role(), standing));
            }
        }
        return seen;
    }

    private static boolean counts(ListingStanding standing) {
        return !(standing instanceof ListingStanding.Ahead) && !(standing instanceof ListingStanding.Ended);
    }

    private static boolean withdrawnSince(Listing listing, LocalDate asOf, LocalDate today) {
        if (!asOf.isBefore(today)) {
            return false;
        }
        ListingStanding now = listing.standingOn(today, false);
        return now instanceof ListingStanding.Restored
                || (now instanceof ListingStanding.Ended ended && ended.cause() != ListingStanding.Cause.EXPIRED);
    }
}
