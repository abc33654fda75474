package org.xinheng.remedy.service;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.xinheng.catalogue.RegistersInForce;
import org.xinheng.decision.RuleBooks;
import org.xinheng.decision.RunningOn;
import org.xinheng.kernel.BeijingTime;
import org.xinheng.kernel.SubjectType;
import org.xinheng.listing.Listing;
import org.xinheng.listing.Listings;
import org.xinheng.remedy.CreditRestoration;
import org.xinheng.remedy.CreditRestorations;
import org.xinheng.remedy.RestorationOutlook;
import org.xinheng.subject.Subject;
import org.xinheng.subject.Subjects;

/** What a restoration of an entry could do today, and what it could not. */
@ApplicationScoped
public class OutlookOfEntry {
    private final Listings listings;
    private final Subjects subjects;
    private final CreditRestorations restorations;
    private final RegistersInForce registersInForce;
    private final RuleBooks ruleBooks;
    private final Clock clock;

    OutlookOfEntry(
            Listings listings,
            Subjects subjects,
            CreditRestorations restorations,
            RegistersInForce registersInForce,
            RuleBooks ruleBooks,
            Clock clock) {
        this.listings = listings;
        this.subjects = subjects;
        this.restorations = restorations;
        this.registersInForce = registersInForce;
        this.ruleBooks = ruleBooks;
        this.clock = clock;
    }

    /**
     * What can be done about an entry, what would run on all the same, and what has been applied for.
     *
     * @param today the day it is told for, Asia/Shanghai
     */
    public record Outlook(
            LocalDate today,
            RestorationOutlook restoration,
            List<RunningOn> runsOn,
            List<CreditRestoration> applications) {}

    Outlook of(Listing listing) {
        LocalDate today = BeijingTime.dayOf(clock.instant());
        return new Outlook(
                today,
                RestorationOutlook.of(listing, registersInForce.now(), today),
                RunningOn.of(listing, typeOf(listing), ruleBooks.on(today).ruleBook(), today),
                restorations.forListing(listing.id()));
    }

    private SubjectType typeOf(Listing listing) {
        Subject subject = subjects.findAll(Set.of(listing.subjectId()), listings.lastCommit())
                .get(listing.subjectId());
        if (subject == null) {
            throw new IllegalStateException("a listing is about a subject that is kept");
        }
        return subject.type();
    }
}
