package org.xinheng.engine;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xinheng.catalogue.Gravity;
import org.xinheng.catalogue.ListForm;
import org.xinheng.catalogue.ListKind;
import org.xinheng.catalogue.ListScope;
import org.xinheng.catalogue.MatterItem;
import org.xinheng.catalogue.MeasureRule;
import org.xinheng.catalogue.Registers;
import org.xinheng.catalogue.TargetRole;
import org.xinheng.decision.Inquiry;
import org.xinheng.decision.ListingInQuestion;
import org.xinheng.decision.MatterFacts;
import org.xinheng.kernel.EffectivePeriod;
import org.xinheng.kernel.SubjectType;
import org.xinheng.listing.DesignatedItem;
import org.xinheng.listing.Designation;
import org.xinheng.listing.Listing;
import org.xinheng.listing.ListingStatus;

/**
 * What the kernel is measured against: the matching of the same rows written by hand, as one would who needs nothing but
 * speed. A hash map from list kind and matter to rows (rows for any matter stand in every bucket), then the filters of
 * the sheet. It shares no code with the engine, so that equal answers say something.
 */
final class HashIndex {
    /** A row that applies, and to which listing. */
    record Hit(MeasureRule rule, UUID listing, TargetRole role) {}

    private record Entry(
            MeasureRule rule,
            Set<String> grounds,
            Set<Gravity> gravities,
            Set<SubjectType> subjectTypes,
            Set<TargetRole> roles,
            Set<String> listingRegions,
            Set<String> matterRegions,
            Set<String> sectors,
            Set<String> items,
            Set<String> agencyKinds,
            List<String> legalBases,
            EffectivePeriod validity) {
        Entry(MeasureRule rule) {
            this(
                    rule,
                    Set.copyOf(rule.grounds()),
                    Set.copyOf(rule.gravities()),
                    Set.copyOf(rule.subjectTypes()),
                    Set.copyOf(rule.roles()),
                    Set.copyOf(rule.listingRegions()),
                    Set.copyOf(rule.matterRegions()),
                    Set.copyOf(rule.sectors()),
                    Set.copyOf(rule.items()),
                    Set.copyOf(rule.agencyKinds()),
                    List.copyOf(rule.legalBases()),
                    rule.validity());
        }
    }

    private final Registers registers;
    private final Map<String, List<String>> regions = new HashMap<>();
    private final Map<String, Map<String, List<Entry>>> buckets = new HashMap<>();

    HashIndex(Registers registers, List<MeasureRule> rules) {
        this.registers = registers;
        registers.regions().keySet().forEach(code -> regions.put(code, registers.regionAndAbove(code)));
        for (MeasureRule rule : rules) {
            Entry entry = new Entry(rule);
            Collection<String> matters =
                    rule.matters().isEmpty() ? registers.matters().keySet() : rule.matters();
            for (String listKind : rule.listKinds()) {
                Map<String, List<Entry>> ofKind = buckets.computeIfAbsent(listKind, k -> new HashMap<>());
                matters.forEach(matter ->
                        ofKind.computeIfAbsent(matter, m -> new ArrayList<>()).add(entry));
            }
        }
    }

    List<Hit> hits(Inquiry inquiry) {
        List<Hit> hits = new ArrayList<>();
        List<String> matterRegions = regions.getOrDefault(inquiry.region(), List.of(inquiry.region()));
        List<ListingInQuestion> listings = inquiry.listings();
        for (int i = 0; i < listings.size(); i++) {
            hits(inquiry, listings.get(i), matterRegions, hits);
        }
        return hits;
    }

    private void hits(Inquiry inquiry, ListingInQuestion about, List<String> matterRegions, List<Hit> hits) {
        Listing listing = about.listing();
        Map<String, List<Entry>> ofKind = buckets.get(listing.listKind());
        List<Entry> bucket = ofKind == null ? null : ofKind.get(inquiry.matter());
        ListKind kind = registers.listKinds().get(listing.listKind());
        if (bucket == null || kind == null || !reached(inquiry, about, kind, matterRegions)) {
            return;
        }
        Designation designation = listing.designation();
        String ground = designation == null ? null : designation.ground();
        Set<String> cited = designation == null ? Set.of() : designation.legalBases();
        List<String> listingRegions = regions.getOrDefault(listing.region(), List.of(listing.region()));
        MatterFacts facts = inquiry.facts();
        boolean order = kind.form() == ListForm.ORDER;
        LocalDate day = inquiry.asOf();
        for (int i = 0; i < bucket.size(); i++) {
            Entry row = bucket.get(i);
            if (among(row.subjectTypes(), inquiry.subjectType())
                    && among(row.roles(), about.role())
                    && anyAmong(row.matterRegions(), matterRegions)
                    && anyAmong(row.listingRegions(), listingRegions)
                    && among(row.grounds(), ground)
                    && among(row.gravities(), listing.gravity())
                    && among(row.agencyKinds(), inquiry.agencyKind())
                    && row.validity().includes(day)
                    && sector(row.sectors(), facts.sector(), listing.matterItems(), true)
                    && sector(row.items(), facts.item(), listing.matterItems(), false)
                    && same(row.rule().legallyRequiredTender(), facts.legallyRequiredTender())
                    && same(row.rule().governmentInvested(), facts.governmentInvested())
                    && (!order || anyOf(row.legalBases(), cited))) {
                hits.add(new Hit(row.rule(), listing.id(), about.role()));
            }
        }
    }

    private static boolean reached(
            Inquiry inquiry, ListingInQuestion about, ListKind kind, List<String> matterRegions) {
        ListingStatus standing = about.standing();
        return !(standing instanceof ListingStatus.Ahead)
                && !(standing instanceof ListingStatus.Ended)
                && (kind.scope() != ListScope.LOCAL
                        || matterRegions.contains(about.listing().region()))
                && (about.role() == TargetRole.LISTED_SUBJECT || inquiry.subjectType() == SubjectType.PERSON);
    }

    private static <T> boolean among(Set<T> codes, @Nullable T code) {
        return codes.isEmpty() || (code != null && codes.contains(code));
    }

    private static boolean anyAmong(Set<String> codes, List<String> regions) {
        if (codes.isEmpty()) {
            return true;
        }
        for (int i = 0; i < regions.size(); i++) {
            if (codes.contains(regions.get(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean anyOf(List<String> articles, Set<String> cited) {
        for (int i = 0; i < articles.size(); i++) {
            if (cited.contains(articles.get(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean sector(
            Set<String> codes, @Nullable String stated, List<DesignatedItem> designated, boolean sectors) {
        if (codes.isEmpty() || stated == null || codes.contains(stated)) {
            return true;
        }
        if (!codes.contains(MatterItem.AS_DESIGNATED)) {
            return false;
        }
        boolean none = true;
        for (int i = 0; i < designated.size(); i++) {
            String code =
                    sectors ? designated.get(i).sector() : designated.get(i).item();
            if (stated.equals(code)) {
                return true;
            }
            none &= code == null;
        }
        return none;
    }

    private static boolean same(@Nullable Boolean wanted, @Nullable Boolean stated) {
        return wanted == null || stated == null || wanted.equals(stated);
    }
}
