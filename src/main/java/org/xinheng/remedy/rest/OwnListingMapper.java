package org.xinheng.remedy.rest;

import org.xinheng.contract.api.OpenObjectionView;
import org.xinheng.contract.api.OwnListingView;
import org.xinheng.listing.Designation;
import org.xinheng.listing.Listing;
import org.xinheng.remedy.Objection;
import org.xinheng.remedy.service.ReadOwnListings;

/** Writes {@code OwnListing} of the contract. */
final class OwnListingMapper {
    private OwnListingMapper() {}

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
                CreditRestorationMapper.outlook(own.outlook()),
                objection == null
                        ? null
                        : new OpenObjectionView(
                                objection.id(),
                                objection.filedOn(),
                                objection.dueOn(),
                                objection.lateOn(own.outlook().today())));
    }
}
