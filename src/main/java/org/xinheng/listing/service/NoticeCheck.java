package org.xinheng.listing.service;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Function;
import org.xinheng.kernel.Fault;
import org.xinheng.kernel.Identifier;
import org.xinheng.listing.ListingDraft;
import org.xinheng.listing.NoticeBlocks;
import org.xinheng.listing.PriorNotices;
import org.xinheng.secrecy.LookupHash;

/** Whether an objection to a prior notice is in the way of an entry (R4), one by one or a million at once. */
@ApplicationScoped
public class NoticeCheck {
    private final PriorNotices notices;
    private final LookupHash lookupHash;

    NoticeCheck(PriorNotices notices, LookupHash lookupHash) {
        this.notices = notices;
        this.lookupHash = lookupHash;
    }

    /** What is in the way of entries of a department, as far as is known now. */
    public Function<ListingDraft, Optional<Fault>> of(String department) {
        NoticeBlocks blocks = notices.blocksOf(department);
        if (blocks.blocks().isEmpty()) {
            return draft -> Optional.empty();
        }
        return draft -> {
            Identifier identifier = draft.subject().identifier();
            ListingDraft.DesignationDraft designation = draft.designation();
            return blocks.against(
                    draft.listKind(),
                    HexFormat.of().formatHex(lookupHash.of(identifier.scheme(), identifier.value())),
                    designation == null ? null : designation.priorNoticeOn());
        };
    }
}
