package org.xinheng.demonstration;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.xinheng.app.startup.StartupRefused;
import org.xinheng.caller.Caller;
import org.xinheng.feed.FeedOrder;
import org.xinheng.feed.FeedProgress;
import org.xinheng.feed.ListingBatch;
import org.xinheng.feed.ReadRow;
import org.xinheng.feed.TextEncoding;
import org.xinheng.feed.service.EnterFeed;
import org.xinheng.kernel.TimeOrderedId;
import org.xinheng.listing.Listing;
import org.xinheng.listing.ListingEvent;
import org.xinheng.listing.Listings;
import org.xinheng.listing.service.RemoveListing;

/**
 * Enters the listings of the demonstration as batches, one department after another. A batch and the removals from it are
 * one transaction, and a batch is known by its fingerprint, so that a start that was cut off is taken up where it stopped.
 */
@ApplicationScoped
class DemonstrationListings {
    private static final int BATCH_SIZE_MAX = 300;
    private static final int SECONDS_A_BATCH = 120;

    private final EnterFeed enterFeed;
    private final RemoveListing removeListing;
    private final Listings listings;
    private final Clock clock;

    DemonstrationListings(EnterFeed enterFeed, RemoveListing removeListing, Listings listings, Clock clock) {
        this.enterFeed = enterFeed;
        this.removeListing = removeListing;
        this.listings = listings;
        this.clock = clock;
    }

    void enter(List<SyntheticListing> entries) {
        Map<String, List<SyntheticListing>> byDepartment = new TreeMap<>();
        for (SyntheticListing entry : entries) {
            byDepartment
                    .computeIfAbsent(entry.department(), department -> new ArrayList<>())
                    .add(entry);
        }
        byDepartment.forEach((department, all) -> {
            for (int from = 0; from < all.size(); from += BATCH_SIZE_MAX) {
                List<SyntheticListing> batch = all.subList(from, Math.min(from + BATCH_SIZE_MAX, all.size()));
                QuarkusTransaction.requiringNew()
                        .timeout(SECONDS_A_BATCH)
                        .run(() -> enter(DemonstrationKey.initiating(department), batch));
            }
        });
    }

    private void enter(Caller caller, List<SyntheticListing> entries) {
        EnterFeed.Judged judged = enterFeed.enter(
                caller,
                FeedOrder.plain("zh"),
                new EnterFeed.Origin(
                        TimeOrderedId.at(clock.instant()), fingerprint(caller, entries), TextEncoding.UTF_8),
                taker -> {
                    for (int i = 0; i < entries.size(); i++) {
                        taker.accept(ReadRow.entry(i + 2, entries.get(i).draft(), pointer -> pointer));
                    }
                },
                null,
                FeedProgress.NOBODY);
        if (!(judged instanceof EnterFeed.Judged.Done done)) {
            throw new IllegalStateException("changes alone never wait for a person");
        }
        ListingBatch batch = done.batch();
        if (batch.outcome() == ListingBatch.Outcome.REFUSED) {
            throw new StartupRefused("the demonstration does not fit the decision tables: " + firstFault(batch, entries)
                    + "; correct the registers, or start without it (`XINHENG_DEMONSTRATION=false`)");
        }
        for (int i = 0; i < entries.size(); i++) {
            UUID listing = batch.rows().get(i).listing();
            if (entries.get(i).removedOn() != null && listing != null) {
                remove(caller, listing, entries.get(i));
            }
        }
    }

    private void remove(Caller caller, UUID id, SyntheticListing entry) {
        boolean removed = listings.find(id, listings.lastCommit())
                .map((Listing listing) -> listing.first(ListingEvent.Type.REMOVED) != null)
                .orElse(true);
        if (!removed && entry.removedOn() != null) {
            removeListing.remove(
                    caller,
                    id,
                    new RemoveListing.Removal(entry.removedOn(), "示范数据：核查后更正移出", "示范移出第" + entry.number() + "号", true));
        }
    }

    /** The batch by what it is of and not by its bytes: a start on a later day must know it again. */
    private static String fingerprint(Caller caller, List<SyntheticListing> entries) {
        String named =
                "demonstration " + caller.department() + " " + entries.get(0).number();
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(named.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static String firstFault(ListingBatch batch, List<SyntheticListing> entries) {
        for (int i = 0; i < entries.size(); i++) {
            for (ListingBatch.RowFault fault : batch.rows().get(i).faults()) {
                return "an entry on `" + entries.get(i).draft().listKind() + "` is refused with `" + fault.code()
                        + "` at `" + fault.column() + "` (" + fault.message() + ")";
            }
        }
        return "a batch is refused";
    }
}
