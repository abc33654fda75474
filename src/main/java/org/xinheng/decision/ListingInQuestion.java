package org.xinheng.decision;

import org.xinheng.catalogue.TargetRole;
import org.xinheng.listing.Listing;
import org.xinheng.listing.ListingStatus;

/**
 * A listing that concerns the subject asked about.
 *
 * @param role how it concerns the subject: as the listed one, or as a person named in a role
 * @param standing how it stands on the day asked about; only in force, stayed or restored ones are asked
 */
public record ListingInQuestion(Listing listing, TargetRole role, ListingStatus standing) {}
