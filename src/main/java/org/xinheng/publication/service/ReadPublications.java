package org.xinheng.publication.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xinheng.catalogue.Edition;
import org.xinheng.catalogue.ListKind;
import org.xinheng.catalogue.MeasureItem;
import org.xinheng.catalogue.Registers;
import org.xinheng.catalogue.RegistersInForce;
import org.xinheng.decision.RuleBooks;
import org.xinheng.kernel.BeijingTime;
import org.xinheng.kernel.ErrorCode;
import org.xinheng.kernel.Refusal;
import org.xinheng.law.LegalBasis;
import org.xinheng.listing.Listing;
import org.xinheng.listing.Listings;
import org.xinheng.publication.Publication;
import org.xinheng.publication.PublicationBasis;
import org.xinheng.publication.Publications;
import org.xinheng.publication.PublishedEntry;
import org.xinheng.subject.Subject;
import org.xinheng.subject.Subjects;

/** What everybody may read: which lists are published, their entries, their batches, the measure list in force. */
@ApplicationScoped
public class ReadPublications {
    private final Publications publications;
    private final Listings listings;
    private final Subjects subjects;
    private final RegistersInForce registersInForce;
    private final RuleBooks ruleBooks;
    private final Clock clock;

    ReadPublications(
            Publications publications,
            Listings listings,
            Subjects subjects,
            RegistersInForce registersInForce,
            RuleBooks ruleBooks,
            Clock clock) {
        this.publications = publications;
        this.listings = listings;
        this.subjects = subjects;
        this.registersInForce = registersInForce;
        this.ruleBooks = ruleBooks;
        this.clock = clock;
    }

    /** A list that may be published today, whether or not a batch of it was. */
    public record PublishedList(
            ListKind kind,
            List<LegalBasis> bases,
            long batches,
            @Nullable LocalDate lastPublishedOn) {}

    /** A page of entries; a page may be shorter than was asked for, and another may follow all the same. */
    public record Page(
            LocalDate day, List<PublishedEntry> entries, Publications.@Nullable Mark next, Registers registers) {}

    /** The measure list in force on a day; no edition where none is. */
    public record MeasureList(
            LocalDate day,
            String releaseHash,
            LocalDate releaseEffectiveFrom,
            List<Edition> editions,
            List<MeasureItem> items) {}

    /** The lists that may be published, in the order of the register. */
    @Transactional
    public List<PublishedList> lists() {
        Registers registers = registersInForce.now();
        LocalDate today = today();
        Map<String, Publications.Standing> standings = new HashMap<>();
        publications.standings().forEach(standing -> standings.put(standing.listKind(), standing));
        List<PublishedList> lists = new ArrayList<>();
        for (ListKind kind : registers.listKinds().values()) {
            List<LegalBasis> bases = PublicationBasis.of(kind, registers, today);
            if (!bases.isEmpty()) {
                Publications.Standing standing = standings.get(kind.code());
                lists.add(new PublishedList(
                        kind,
                        bases,
                        standing == null ? 0 : standing.batches(),
                        standing == null ? null : standing.lastPublishedOn()));
            }
        }
        return List.copyOf(lists);
    }

    /**
     * What is read of a list.
     *
     * @param region only entries of this region and below, null for every one
     * @param batch only entries of this batch, by its id; null for every one
     */
    public record Reading(
            String listKind,
            @Nullable String region,
            @Nullable UUID batch) {}

    /**
     * Entries of a list that are published today.
     *
     * @throws Refusal NOT_FOUND where the list is none or may not be published, or has no such batch; CODE_UNKNOWN for
     *     the region
     */
    @Transactional
    public Page entries(Reading reading, Publications.@Nullable Mark after, int size) {
        Registers registers = registersInForce.now();
        LocalDate today = today();
        ListKind kind = registers.listKinds().get(reading.listKind());
        if (kind == null || PublicationBasis.of(kind, registers, today).isEmpty()) {
            throw Refusal.of(ErrorCode.NOT_FOUND, reading.listKind());
        }
        String region = reading.region();
        if (region != null && !registers.regions().containsKey(region)) {
            throw Refusal.at("query:region", ErrorCode.CODE_UNKNOWN, region, "regions");
        }
        List<Publications.Entry> found = publications.entries(new Publications.EntryQuery(
                kind.code(),
                region == null ? Set.of() : registers.regionAndBelow(region),
                batch(reading),
                today,
                after,
                size + 1));
        boolean more = found.size() > size;
        List<Publications.Entry> page = more ? found.subList(0, size) : found;
        return new Page(
                today,
                displayed(page, today, registers),
                more ? page.get(page.size() - 1).mark() : null,
                registers);
    }

    private @Nullable Publication batch(Reading reading) {
        UUID id = reading.batch();
        return id == null
                ? null
                : publications
                        .find(id)
                        .filter(batch -> batch.listKind().equals(reading.listKind()))
                        .orElseThrow(() -> Refusal.of(ErrorCode.NOT_FOUND, id.toString()));
    }

    private List<PublishedEntry> displayed(List<Publications.Entry> page, LocalDate today, Registers registers) {
        Set<UUID> ids = new HashSet<>();
        page.forEach(entry -> ids.add(entry.mark().listing()));
        long knownAt = listings.lastCommit();
        Map<UUID, Listing> known = listings.findAll(ids, knownAt);
        Set<UUID> named = new HashSet<>();
        known.values().forEach(listing -> named.add(listing.subjectId()));
        Map<UUID, Subject> who = subjects.findAll(named, knownAt);
        List<PublishedEntry> displayed = new ArrayList<>();
        for (Publications.Entry entry : page) {
            Listing listing = known.get(entry.mark().listing());
            Subject subject = listing == null ? null : who.get(listing.subjectId());
            if (listing != null && subject != null) {
                PublishedEntry.on(today, listing, subject, registers, entry).ifPresent(displayed::add);
            }
        }
        return List.copyOf(displayed);
    }

    /** Batches, newest first. */
    @Transactional
    public List<Publication> batches(@Nullable String listKind, @Nullable UUID after, int size) {
        return publications.batches(listKind, after, size);
    }

    /** The measure list in force on a day, today where none is given. */
    public MeasureList measureList(@Nullable LocalDate asked) {
        LocalDate day = asked == null ? today() : asked;
        RuleBooks.InForce law = ruleBooks.on(day);
        Registers registers = law.ruleBook().release().registers();
        List<Edition> editions = registers.editions().values().stream()
                .filter(edition -> edition.inForce().includes(day))
                .toList();
        Set<String> codes = new HashSet<>();
        editions.forEach(edition -> codes.add(edition.code()));
        return new MeasureList(
                day,
                law.ruleBook().release().contentHash(),
                law.tenure().effectiveFrom(),
                editions,
                registers.measureItems().values().stream()
                        .filter(item -> codes.contains(item.edition()))
                        .toList());
    }

    private LocalDate today() {
        return BeijingTime.dayOf(clock.instant());
    }
}
