package org.xinheng.casereport;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xinheng.catalogue.Measure;
import org.xinheng.listing.Listing;
import org.xinheng.subject.Subject;

/**
 * A case with what the prescribed format asks for besides (domain §6.1).
 *
 * @param listTitle 红黑名单名称
 * @param measure null where the register does not know it any more
 * @param legalBases articles of the row that applied, as the decision cited them
 * @param personVisible whether the answer may name a person, masked
 * @param late whether it was reviewed, or still waits, on the reporting day or after it
 */
public record CaseDetails(
        CaseReport report,
        Listing listing,
        Subject subject,
        String listTitle,
        @Nullable Measure measure,
        List<String> legalBases,
        String departmentTitle,
        boolean personVisible,
        boolean late) {
    public CaseDetails {
        legalBases = List.copyOf(legalBases);
    }
}
