package org.xinheng.engine;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.xinheng.catalogue.Gravity;
import org.xinheng.catalogue.MatterItem;
import org.xinheng.catalogue.MeasureRule;
import org.xinheng.catalogue.TargetRole;
import org.xinheng.kernel.EffectivePeriod;
import org.xinheng.kernel.SubjectType;

/** A {@link MeasureRule} made ready to be asked: its place in the order of answers, and its conditions. */
final class Row {
    private final MeasureRule rule;
    private final int rank;
    private final Set<String> grounds;
    private final Set<Gravity> gravities;
    private final Set<SubjectType> subjectTypes;
    private final Set<TargetRole> roles;
    private final Set<String> listingRegions;
    private final Set<String> matterRegions;
    private final Set<String> sectors;
    private final Set<String> items;
    private final @Nullable Boolean legallyRequiredTender;
    private final @Nullable Boolean governmentInvested;
    private final Set<String> agencyKinds;
    private final List<String> legalBases;
    private final EffectivePeriod validity;
    private final boolean outlivesRestoration;
    private final boolean reward;

    /** @param rank place among all rows: strongest effect first, then by code */
    Row(MeasureRule rule, int rank) {
        this.rule = rule;
        this.rank = rank;
        this.grounds = Set.copyOf(rule.grounds());
        this.gravities = Set.copyOf(rule.gravities());
        this.subjectTypes = Set.copyOf(rule.subjectTypes());
        this.roles = Set.copyOf(rule.roles());
        this.listingRegions = Set.copyOf(rule.listingRegions());
        this.matterRegions = Set.copyOf(rule.matterRegions());
        this.sectors = Set.copyOf(rule.sectors());
        this.items = Set.copyOf(rule.items());
        this.legallyRequiredTender = rule.legallyRequiredTender();
        this.governmentInvested = rule.governmentInvested();
        this.agencyKinds = Set.copyOf(rule.agencyKinds());
        this.legalBases = List.copyOf(rule.legalBases());
        this.validity = rule.validity();
        this.outlivesRestoration = rule.term().outlivesRestoration();
        this.reward = rule.reward();
    }

    MeasureRule rule() {
        return rule;
    }

    int rank() {
        return rank;
    }

    boolean outlivesRestoration() {
        return outlivesRestoration;
    }

    boolean reward() {
        return reward;
    }

    /** Whether every condition but list kind and matter agrees; the ones that most often differ come first. */
    boolean agreesWith(Situation situation) {
        return blankOr(subjectTypes, situation.subjectType())
                && blankOr(roles, situation.role())
                && blankOrAny(matterRegions, situation.matterRegions())
                && blankOrAny(listingRegions, situation.listingRegions())
                && blankOr(grounds, situation.ground())
                && blankOr(gravities, situation.gravity())
                && blankOr(agencyKinds, situation.agencyKind())
                && validity.includes(situation.day())
                && mayBe(sectors, situation.sector(), situation.designatedSectors())
                && mayBe(items, situation.item(), situation.designatedItems())
                && mayBe(legallyRequiredTender, situation.legallyRequiredTender())
                && mayBe(governmentInvested, situation.governmentInvested())
                && (!situation.order() || anyIn(legalBases, situation.citedBases()));
    }

    /** The first fact that the row asks for and that nobody gave (CONTEXT_MISSING), null when nothing is missing. */
    @Nullable
    String wantedOf(Situation situation) {
        if (!sectors.isEmpty()) {
            if (situation.sector() == null) {
                return "matterItem.sector";
            }
            if (onlyAsDesignated(sectors, situation.sector())
                    && situation.designatedSectors().isEmpty()) {
                return "listing.matterItems";
            }
        }
        if (!items.isEmpty()) {
            if (situation.item() == null) {
                return "matterItem.item";
            }
            if (onlyAsDesignated(items, situation.item())
                    && situation.designatedItems().isEmpty()) {
                return "listing.matterItems";
            }
        }
        if (legallyRequiredTender != null && situation.legallyRequiredTender() == null) {
            return "matterItem.legallyRequiredTender";
        }
        if (governmentInvested != null && situation.governmentInvested() == null) {
            return "matterItem.governmentInvested";
        }
        return null;
    }

    private static boolean onlyAsDesignated(Set<String> codes, String code) {
        return !codes.contains(code) && codes.contains(MatterItem.AS_DESIGNATED);
    }

    private static <T> boolean blankOr(Set<T> codes, @Nullable T code) {
        return codes.isEmpty() || (code != null && codes.contains(code));
    }

    private static boolean blankOrAny(Set<String> codes, List<String> regions) {
        return codes.isEmpty() || anyIn(regions, codes);
    }

    private static boolean anyIn(List<String> codes, Collection<String> wanted) {
        for (int i = 0; i < codes.size(); i++) {
            if (wanted.contains(codes.get(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean mayBe(Set<String> codes, @Nullable String code, Set<String> designated) {
        return codes.isEmpty()
                || code == null
                || codes.contains(code)
                || (codes.contains(MatterItem.AS_DESIGNATED) && (designated.isEmpty() || designated.contains(code)));
    }

    private static boolean mayBe(@Nullable Boolean wanted, @Nullable Boolean stated) {
        return wanted == null || stated == null || wanted.equals(stated);
    }
}
