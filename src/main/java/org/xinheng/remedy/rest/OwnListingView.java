package org.xinheng.remedy.rest;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xinheng.catalogue.Gravity;
import org.xinheng.listing.Designation;
import org.xinheng.listing.Listing;
import org.xinheng.listing.ListingStatus;
import org.xinheng.remedy.Objection;
import org.xinheng.remedy.service.ReadOwnListings;

/** {@code OwnListing} of the contract. */
record OwnListingView(
        UUID id,
        String listKind,
        String listKindTitle,
        @Nullable Gravity gravity,
        LocalDate listedOn,
        @Nullable LocalDate expiresOn,
        String region,
        String initiatingDepartment,
        @Nullable String issuedBy,
        @Nullable String documentNumber,
        ListingStatus.Word standing,
        RestorationView.OutlookView restoration,
        @Nullable OpenObjectionView openObjection) {

    /** {@code OpenObjection}. */
    record OpenObjectionView(
            UUID id, LocalDate filedOn, @Nullable LocalDate answerBy, boolean late) {}

    static OwnListingView of(ReadOwnListings.Own own) {
        Listing listing = own.listing();
        Designation designation = listing.designation();
        Objection objection = own.openObjection();
        return new OwnListingView(
                listing.id(),
                listing.listKind(),
                own.kindTitle(),
                listing.gravity(),
                listing.listedOn(),
                listing.expiresOn(),
                listing.region(),
                listing.initiatingDepartment(),
                designation == null ? null : designation.issuedBy(),
                designation == null ? null : designation.documentNumber(),
                own.standing().word(),
                RestorationView.OutlookView.of(own.outlook()),
                objection == null
                        ? null
                        : new OpenObjectionView(
                                objection.id(),
                                objection.filedOn(),
                                objection.dueOn(),
                                objection.lateOn(own.outlook().today())));
    }
}
