package org.xinheng.listing.store;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xinheng.catalogue.Gravity;
import org.xinheng.kernel.EffectivePeriod;
import org.xinheng.listing.DesignatedItem;
import org.xinheng.listing.Designation;

/** What of a listing is kept as JSON: nothing here is searched for, nothing here names a person. */
record ListingBody(
        @Nullable Gravity gravity,
        @Nullable Designation designation,
        @Nullable EffectivePeriod decidedTerm,
        List<DesignatedItem> matterItems,
        boolean publishPersonalData,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String recognisedUnder) {}
