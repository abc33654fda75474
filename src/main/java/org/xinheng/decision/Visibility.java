package org.xinheng.decision;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xinheng.catalogue.ListKind;
import org.xinheng.catalogue.Registers;
import org.xinheng.listing.Commitment;
import org.xinheng.listing.Listing;
import org.xinheng.listing.ListingStatus;
import org.xinheng.listing.OnObjection;
import org.xinheng.listing.Recognition;
import org.xinheng.listing.SubjectFile;

/** Which listings of a subject an agency's decision may see (design §6.2, §6.5). */
public record Visibility(List<ListingInQuestion> seen, List<LeftOut> leftOut) {
    /** A listing that is known and left out. */
    public record LeftOut(ListingInQuestion listing, Omission why) {}

    /**
     * Listings in force, stayed or restored on {@code asOf}. For a past day, those that have been removed, revoked or
     * restored since are left out: they must no longer be shared.
     *
     * @param region where the matter is: a partner's entry counts only where an agreement recognises it
     */
    public static Visibility of(SubjectFile file, Registers registers, LocalDate asOf, LocalDate today, String region) {
        return in(region, file, registers, asOf, today);
    }

    /** The same wherever the matter may be; what a partner's entry counts for is left to be asked. */
    public static Visibility anywhere(SubjectFile file, Registers registers, LocalDate asOf, LocalDate today) {
        return in(null, file, registers, asOf, today);
    }

    private static Visibility in(
            @Nullable String region, SubjectFile file, Registers registers, LocalDate asOf, LocalDate today) {
        List<ListingInQuestion> seen = new ArrayList<>();
        List<LeftOut> leftOut = new ArrayList<>();
        for (SubjectFile.Mention mention : file.mentions()) {
            Listing listing = Commitment.readOn(asOf, mention.listing(), registers);
            ListKind kind = registers.listKinds().get(listing.listKind());
            ListingStatus standing = listing.statusOn(asOf, OnObjection.of(kind));
            ListingInQuestion about = new ListingInQuestion(listing, mention.role(), standing);
            Omission why = omission(mention, standing, asOf, today);
            if (why == null && region != null && !Recognition.counts(listing, registers, asOf, region)) {
                why = Omission.NOT_RECOGNISED;
            }
            if (why == null) {
                seen.add(about);
            } else {
                leftOut.add(new LeftOut(about, why));
            }
        }
        return new Visibility(List.copyOf(seen), List.copyOf(leftOut));
    }

    private static @Nullable Omission omission(
            SubjectFile.Mention mention, ListingStatus standing, LocalDate asOf, LocalDate today) {
        if (standing instanceof ListingStatus.Ended ended) {
            return Omission.valueOf(ended.cause().name());
        }
        if (standing instanceof ListingStatus.Ahead) {
            return Omission.AHEAD;
        }
        if (!mention.heldOn(asOf)) {
            return Omission.ROLE_NOT_HELD;
        }
        return withdrawnSince(mention.listing(), asOf, today) ? Omission.WITHDRAWN_SINCE : null;
    }

    private static boolean withdrawnSince(Listing listing, LocalDate asOf, LocalDate today) {
        if (!asOf.isBefore(today)) {
            return false;
        }
        ListingStatus now = listing.statusOn(today, OnObjection.MARKS);
        return now instanceof ListingStatus.Restored
                || (now instanceof ListingStatus.Ended ended && ended.cause() != ListingStatus.Cause.EXPIRED);
    }
}
