package org.xinheng.remedy.service;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.xinheng.caller.Caller;
import org.xinheng.caller.Role;
import org.xinheng.kernel.ErrorCode;
import org.xinheng.kernel.Identifier;
import org.xinheng.kernel.IdentifierScheme;
import org.xinheng.kernel.Refusal;
import org.xinheng.listing.Listing;
import org.xinheng.listing.Listings;
import org.xinheng.listing.SubjectFile;

/**
 * The entries about which somebody may seek or read a remedy: a subject, whose key belongs to the unified code of its
 * organisation, those that concern it, a department those that it entered, the credit office and an auditor all.
 * Anything else is told as if it did not exist.
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

    /** The entry of a remedy that is kept, empty where the caller may not ask about it. */
    Optional<Listing> ofRemedy(Caller caller, UUID listingId) {
        return listings.find(listingId, listings.lastCommit()).filter(found -> mayAskAbout(caller, found));
    }

    private boolean mayAskAbout(Caller caller, Listing listing) {
        return caller.readsEveryDepartment()
                || listing.initiatingDepartment().equals(caller.department())
                || isSubjectOf(caller, listing);
    }

    /** Whether the caller is the subject that the entry concerns. */
    boolean isSubjectOf(Caller caller, Listing listing) {
        return caller.is(Role.SUBJECT)
                && own(caller).stream().anyMatch(own -> own.id().equals(listing.id()));
    }

    /** The entries that concern a subject, with all that is known of them, oldest first. */
    List<Listing> own(Caller subject) {
        Identifier own = new Identifier(IdentifierScheme.USCC, subject.department());
        return listings.fileOf(own).mentions().stream()
                .map(SubjectFile.Mention::listing)
                .distinct()
                .sorted(Comparator.comparing(Listing::listedOn).thenComparing(Listing::id))
                .toList();
    }

    /** Refuses everybody but the department that entered it. */
    void demandInitiator(Caller caller, Listing listing) {
        if (!listing.initiatingDepartment().equals(caller.department())) {
            throw Refusal.of(ErrorCode.LIST_KIND_NOT_YOURS, listing.listKind(), caller.department(), listing.region());
        }
    }
}
