package org.xinheng.decision.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xinheng.audit.AuditEntry;
import org.xinheng.audit.AuditKind;
import org.xinheng.audit.AuditTrail;
import org.xinheng.caller.Caller;
import org.xinheng.decision.search.DecisionFound;
import org.xinheng.decision.search.DecisionSearch;
import org.xinheng.decision.search.SearchedDecisions;
import org.xinheng.kernel.ErrorCode;
import org.xinheng.kernel.Fault;
import org.xinheng.kernel.Identifier;
import org.xinheng.kernel.Refusal;
import org.xinheng.listing.Listings;
import org.xinheng.secrecy.LookupHash;

/** An auditor looks for decisions. Each question is on record before it is answered; about a subject, only for a case. */
@ApplicationScoped
public class SearchDecisions {
    private final SearchedDecisions searchedDecisions;
    private final Listings listings;
    private final AuditTrail auditTrail;
    private final LookupHash lookupHash;
    private final Clock clock;

    SearchDecisions(
            SearchedDecisions searchedDecisions,
            Listings listings,
            AuditTrail auditTrail,
            LookupHash lookupHash,
            Clock clock) {
        this.searchedDecisions = searchedDecisions;
        this.listings = listings;
        this.auditTrail = auditTrail;
        this.lookupHash = lookupHash;
        this.clock = clock;
    }

    /** For what it is asked. */
    public record Case(@Nullable String purpose, @Nullable String caseNumber) {}

    /**
     * Puts a question on record and makes every decision searchable that has been made.
     *
     * @param form {@code JSON}, {@code CSV} or {@code XLSX}
     * @throws Refusal PURPOSE_REQUIRED when it is about a subject and for no case, LISTING_NOT_FOUND
     */
    @Transactional
    public void ask(Caller caller, DecisionSearch search, Case askedFor, String form) {
        Identifier subject = search.subject();
        if (subject != null && (askedFor.purpose() == null || askedFor.caseNumber() == null)) {
            throw new Refusal(
                    Fault.at(askedFor.purpose() == null ? "/purpose" : "/caseNumber", ErrorCode.PURPOSE_REQUIRED));
        }
        UUID listing = search.touchedBy();
        if (listing != null && listings.find(listing, listings.lastCommit()).isEmpty()) {
            throw Refusal.at("query:listing", ErrorCode.LISTING_NOT_FOUND, listing.toString());
        }
        auditTrail.record(AuditEntry.of(
                        clock.instant(),
                        form.equals("JSON") ? AuditKind.DECISION_SEARCH : AuditKind.DECISION_EXPORT,
                        caller,
                        listing)
                .withPurpose(askedFor.purpose(), askedFor.caseNumber())
                .withSubject(subject == null ? null : lookupHash.of(subject))
                .withDetail(words(search, form)));
    }

    /** Every decision that has been made can be found from now on. */
    public void indexAll() {
        int indexed = 1;
        while (indexed > 0) {
            indexed = searchedDecisions.indexNext();
        }
    }

    /** One page of what a question on record asked for. */
    public List<DecisionFound> page(DecisionSearch search, @Nullable UUID after, int size) {
        return searchedDecisions.find(search, after, size);
    }

    /** What was asked, without the subject. */
    private static String words(DecisionSearch search, String form) {
        StringBuilder words = new StringBuilder(form);
        add(words, "measure", search.measure());
        add(words, "rowCode", search.rowCode());
        add(words, "legalBasis", search.legalBasis());
        add(words, "agency", search.agency());
        add(words, "matter", search.matter());
        add(words, "outcome", search.outcome());
        add(words, "decisionCase", search.caseNumber());
        add(words, "release", search.release());
        add(words, "from", search.from());
        add(words, "to", search.to());
        return words.toString();
    }

    private static void add(StringBuilder words, String name, @Nullable Object value) {
        if (value != null) {
            words.append(' ').append(name).append('=').append(value);
        }
    }
}
