package org.xinheng.decision;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.xinheng.catalogue.ListForm;
import org.xinheng.catalogue.ListKind;
import org.xinheng.catalogue.MeasureRule;
import org.xinheng.catalogue.Registers;
import org.xinheng.law.LegalBasis;
import org.xinheng.listing.Listing;

/**
 * The articles that an applied measure names (design §6.16): those in force on the day that stand both in its row and in
 * the designation. The measure of an order never names another. A list's designation may rest on articles about the list
 * alone; then the measure names the articles of its row that carry it, of them those that have been read. An article that
 * nobody has read is named only where there is no other, and is marked.
 */
final class CitedArticles {
    private CitedArticles() {}

    /** @param regions the matter's region and all above it */
    static List<AppliedMeasure.CitedBasis> of(
            MeasureRule rule, Listing listing, Registers registers, List<String> regions, LocalDate asOf) {
        List<LegalBasis> inForce = rule.legalBases().stream()
                .map(registers.legalBases()::get)
                .filter(basis -> basis != null && basis.inForce().includes(asOf))
                .toList();
        Predicate<LegalBasis> carries = basis -> basis.canCarry(rule.effect(), regions);
        Set<String> decided =
                listing.designation() == null ? Set.of() : listing.designation().legalBases();
        List<LegalBasis> both = kept(inForce, basis -> decided.contains(basis.code()));
        ListKind kind = registers.listKinds().get(listing.listKind());
        boolean order = kind != null && kind.form() == ListForm.ORDER;
        if (order || both.stream().anyMatch(carries)) {
            return named(both);
        }
        List<LegalBasis> carrying =
                kept(inForce, basis -> both.contains(basis) || (carries.test(basis) && basis.verified()));
        return named(carrying.isEmpty() ? inForce : carrying);
    }

    private static List<AppliedMeasure.CitedBasis> named(List<LegalBasis> articles) {
        return articles.stream().map(CitedArticles::named).toList();
    }

    private static List<LegalBasis> kept(List<LegalBasis> articles, Predicate<LegalBasis> which) {
        return articles.stream().filter(which).toList();
    }

    private static AppliedMeasure.CitedBasis named(LegalBasis basis) {
        return new AppliedMeasure.CitedBasis(
                basis.code(),
                basis.level().title(),
                basis.title(),
                basis.article(),
                basis.documentNumber(),
                basis.inForce().from(),
                basis.inForce().to(),
                basis.verified());
    }
}
