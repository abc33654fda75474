package org.xinheng.listing;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xinheng.catalogue.Department;
import org.xinheng.catalogue.ListKind;
import org.xinheng.catalogue.RecognitionAgreement;
import org.xinheng.catalogue.Registers;

/**
 * Recognition between regions (互认): a partner region's entry counts in the region that agreed to it, only while the
 * agreement holds and only where its list has legal force there too; what follows is for our own rows to say. All of it
 * is derived by date when somebody asks: when the agreement ends, so does the effect, and no entry is touched.
 */
public final class Recognition {
    private Recognition() {}

    /** Whether an entry counts for a matter of a region on a day; an own entry always does. */
    public static boolean counts(Listing listing, Registers registers, LocalDate day, String region) {
        if (listing.recognisedUnder() == null) {
            return true;
        }
        RecognitionAgreement agreement = agreement(listing.recognisedUnder(), registers);
        ListKind kind = registers.listKinds().get(listing.listKind());
        return agreement != null
                && kind != null
                && agreement.inForce().includes(day)
                && agreement.listKinds().contains(kind.code())
                && registers.regionAndAbove(region).contains(agreement.home())
                && registers.regionAndAbove(listing.region()).contains(agreement.partner())
                && ListBasis.inForce(kind, registers, agreement.home(), day);
    }

    /** The last day of the agreement under which an entry was taken in, where there is one and it is known. */
    public static Optional<LocalDate> lastDay(Listing listing, Registers registers) {
        return Optional.ofNullable(agreement(listing.recognisedUnder(), registers))
                .map(agreement -> agreement.inForce().to());
    }

    /**
     * Whether a department may take in an entry under an agreement: it determines that kind itself where the agreement
     * recognises it, the entry is the partner's, and the agreement holds today.
     */
    static boolean mayAccept(
            ListingDraft draft, ListKind kind, Department department, Registers registers, LocalDate day) {
        RecognitionAgreement agreement = agreement(draft.recognisedUnder(), registers);
        return agreement != null
                && agreement.inForce().includes(day)
                && agreement.listKinds().contains(kind.code())
                && kind.authorityKinds().contains(department.kind())
                && registers.regionAndAbove(department.region()).contains(agreement.home())
                && registers.regionAndAbove(draft.region()).contains(agreement.partner());
    }

    private static @Nullable RecognitionAgreement agreement(@Nullable String code, Registers registers) {
        return code == null
                ? null
                : registers.procedures().recognitionAgreements().get(code);
    }
}
