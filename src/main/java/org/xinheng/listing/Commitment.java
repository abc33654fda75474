package org.xinheng.listing;

import java.time.LocalDate;
import java.util.Optional;
import org.xinheng.catalogue.Appraisal;
import org.xinheng.catalogue.CommitmentOutcome;
import org.xinheng.catalogue.ListKind;
import org.xinheng.catalogue.Registers;

/**
 * 信用承诺: whether an organisation kept what it promised is a dated event; from that day on the entry is read under the
 * ground that stands for the outcome in the register 认定事由, so that rows of the decision tables can act on it. Nothing
 * of it is stored as a state.
 */
public final class Commitment {
    private Commitment() {}

    /** What became of it, and from which day that counts. */
    public record Ended(CommitmentOutcome outcome, ListingEvent event) {}

    /** Whether a listing of this kind is a commitment. */
    public static boolean is(Listing listing, Registers registers) {
        ListKind kind = registers.listKinds().get(listing.listKind());
        return kind != null && kind.appraisal() == Appraisal.COMMITMENT;
    }

    /** What became of a commitment, as far as it is known. */
    public static Optional<Ended> endOf(Listing listing) {
        return listing.events().stream()
                .filter(event -> ends(event.type()))
                .findFirst()
                .map(event -> new Ended(outcome(event.type()).orElseThrow(), event));
    }

    /** The entry as rows read it on a day: under the ground of the outcome once that is known and has its day. */
    public static Listing readOn(LocalDate day, Listing listing, Registers registers) {
        Designation designation = listing.designation();
        if (designation == null) {
            return listing;
        }
        return endOf(listing)
                .filter(ended -> !day.isBefore(ended.event().effectiveOn()))
                .flatMap(ended -> registers.groundOf(listing.listKind(), ended.outcome()))
                .map(ground -> listing.under(designation.onGround(ground.code())))
                .orElse(listing);
    }

    /** Whether an event tells what became of a commitment. */
    public static boolean ends(ListingEvent.Type type) {
        return outcome(type).isPresent();
    }

    private static Optional<CommitmentOutcome> outcome(ListingEvent.Type type) {
        return switch (type) {
            case COMMITMENT_KEPT -> Optional.of(CommitmentOutcome.KEPT);
            case COMMITMENT_BREACHED -> Optional.of(CommitmentOutcome.BREACHED);
            default -> Optional.empty();
        };
    }
}
