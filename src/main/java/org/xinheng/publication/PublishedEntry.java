package org.xinheng.publication;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xinheng.catalogue.ListKind;
import org.xinheng.catalogue.Polarity;
import org.xinheng.catalogue.Registers;
import org.xinheng.listing.Listing;
import org.xinheng.listing.ListingStatus;
import org.xinheng.listing.OnObjection;
import org.xinheng.remedy.RestorationOutlook;
import org.xinheng.subject.Subject;

/**
 * An entry as everybody may read it. Its facts and the persons that it names are not part of it: nothing orders them to
 * be published.
 *
 * @param publicityEndsOn last day of its publicity (公示期限), null where none is set
 */
public record PublishedEntry(
        Listing listing,
        Subject subject,
        boolean objectionOpen,
        @Nullable LocalDate publicityEndsOn,
        int batch,
        LocalDate publishedOn) {
    /**
     * The entry on a day: empty where it is not in force, is stayed, is lifted by a restoration or a plan of
     * reorganisation, where it is in principle not published, or where the longest publicity of its gravity is over.
     * Publicity, sharing and measures end together.
     */
    public static Optional<PublishedEntry> on(
            LocalDate day, Listing listing, Subject subject, Registers registers, Publications.Entry entry) {
        ListKind kind = registers.listKinds().get(listing.listKind());
        if (kind == null || !(listing.statusOn(day, OnObjection.of(kind)) instanceof ListingStatus.InForce inForce)) {
            return Optional.empty();
        }
        RestorationOutlook outlook = RestorationOutlook.of(listing, registers, day);
        boolean red = kind.polarity() == Polarity.RED;
        boolean unpublished = !red && outlook.rule() != null && outlook.rule().unpublished();
        LocalDate ends = red ? null : outlook.publicityEndsOn();
        return unpublished || (ends != null && day.isAfter(ends))
                ? Optional.empty()
                : Optional.of(new PublishedEntry(
                        listing, subject, inForce.objectionOpen(), ends, entry.batch(), entry.publishedOn()));
    }
}
