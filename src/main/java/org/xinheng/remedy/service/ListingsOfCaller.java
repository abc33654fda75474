package org.xinheng.remedy.service;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.xinheng.caller.Caller;
import org.xinheng.caller.Role;
import org.xinheng.kernel.ErrorCode;
import org.xinheng.kernel.Identifier;
import org.xinheng.kernel.IdentifierScheme;
import org.xinheng.kernel.Refusal;
import org.xinheng.kernel.SubjectType;
import org.xinheng.listing.Listing;
import org.xinheng.listing.Listings;

/**
 * The entries about which somebody may seek or read a remedy: a subject those that concern it, a department those that it
 * entered, the credit office and an auditor all. Anything else is told as if it did not exist.
 */
@ApplicationScoped
class ListingsOfCaller {
    private final Listings listings;

    ListingsOfCaller(Listings listings) {
        this.listings = listings;
    }

    /** The entry as known at a commit. */
    Listing find(Caller caller, UUID listingId, long knownAt) {
        return listings.find(listingId, knownAt)
                .filter(found -> mayAskAbout(caller, found))
                .orElseThrow(() -> Refusal.of(ErrorCode.LISTING_NOT_FOUND));
    }

    private boolean mayAskAbout(Caller caller, Listing listing) {
        return caller.readsEveryDepartment()
                || listing.initiatingDepartment().equals(caller.department())
                || (caller.is(Role.SUBJECT) && concerns(caller, listing));
    }

    /** The key of a subject belongs to the unified code of its organisation. */
    private boolean concerns(Caller caller, Listing listing) {
        Identifier own = Identifier.parse(SubjectType.ORGANISATION, IdentifierScheme.USCC, "", caller.department(), "");
        return listings.fileOf(own).mentions().stream()
                .anyMatch(mention -> mention.listing().id().equals(listing.id()));
    }

    /** Refuses everybody but the department that entered it (谁认定、谁修复). */
    void demandInitiator(Caller caller, Listing listing) {
        if (!listing.initiatingDepartment().equals(caller.department())) {
            throw Refusal.of(ErrorCode.LIST_KIND_NOT_YOURS, listing.listKind(), caller.department(), listing.region());
        }
    }
}
