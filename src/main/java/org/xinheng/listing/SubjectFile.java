package org.xinheng.listing;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xinheng.catalogue.TargetRole;
import org.xinheng.subject.SubjectName;

/**
 * Everything the lists know of one subject, read at one instant.
 *
 * @param watermark number of the last commit that this reading saw (design §6.3)
 * @param names names the subject has borne, empty when it is unknown
 */
public record SubjectFile(long watermark, List<SubjectName> names, List<Mention> mentions) {
    /**
     * A listing that concerns the subject.
     *
     * @param from first day in the role, null when open
     * @param to last day in the role, null when open
     */
    public record Mention(
            Listing listing,
            TargetRole role,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {
        /** Whether the subject held the role on the day. */
        public boolean heldOn(LocalDate day) {
            return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
        }
    }
}
