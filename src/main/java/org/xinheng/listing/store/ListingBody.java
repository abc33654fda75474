package org.xinheng.listing.store;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xinheng.catalogue.Gravity;
import org.xinheng.kernel.EffectivePeriod;
import org.xinheng.listing.DesignatedItem;
import org.xinheng.listing.Designation;
import org.xinheng.listing.Listing;
import org.xinheng.listing.ListingEvent;
import org.xinheng.listing.ResponsiblePerson;

/** What of a listing is kept as JSON: nothing here is searched for, nothing here names a person. */
record ListingBody(
        @Nullable Gravity gravity,
        @Nullable Designation designation,
        @Nullable EffectivePeriod decidedTerm,
        List<DesignatedItem> matterItems,
        boolean publishPersonalData,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String recognisedUnder) {
    /** The listing that it makes with the columns of its row. */
    Listing listing(
            UUID id,
            String listKind,
            UUID subjectId,
            LocalDate listedOn,
            @Nullable LocalDate expiresOn,
            String region,
            String department,
            long knownAt,
            List<ResponsiblePerson> persons,
            List<ListingEvent> events) {
        return new Listing(
                id,
                listKind,
                subjectId,
                gravity,
                designation,
                listedOn,
                expiresOn,
                decidedTerm,
                matterItems,
                persons,
                region,
                department,
                publishPersonalData,
                knownAt,
                events,
                recognisedUnder);
    }
}
