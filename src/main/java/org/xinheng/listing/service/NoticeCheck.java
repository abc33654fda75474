package org.xinheng.listing.service;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.xinheng.kernel.Fault;
import org.xinheng.kernel.Identifier;
import org.xinheng.listing.EntryFingerprint;
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
        Map<NoticeBlocks.About, NoticeBlocks.Block> blocks = blocks(department).blocks();
        if (blocks.isEmpty()) {
            return draft -> Optional.empty();
        }
        return draft -> {
            NoticeBlocks.Block block = blocks.get(about(draft));
            ListingDraft.DesignationDraft designation = draft.designation();
            return block == null
                    ? Optional.empty()
                    : block.against(draft.listKind(), designation == null ? null : designation.priorNoticeOn());
        };
    }

    /** All that is in the way of entries of a department now. */
    public NoticeBlocks blocks(String department) {
        return notices.blocksOf(department);
    }

    /** The same for the rows of a file: one that says what stands already enters nothing, and nothing is in its way. */
    public Function<ListingDraft, Optional<Fault>> ofRows(String department) {
        Function<ListingDraft, Optional<Fault>> check = of(department);
        return draft -> check.apply(draft).filter(fault -> !given(department, draft));
    }

    private boolean given(String department, ListingDraft draft) {
        return notices.standing(department, about(draft))
                .contains(hex(lookupHash.ofText(EntryFingerprint.USE, EntryFingerprint.of(draft))));
    }

    private NoticeBlocks.About about(ListingDraft draft) {
        Identifier identifier = draft.subject().identifier();
        return new NoticeBlocks.About(draft.listKind(), hex(lookupHash.of(identifier)));
    }

    private static String hex(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }
}
