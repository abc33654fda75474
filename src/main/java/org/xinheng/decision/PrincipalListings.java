package org.xinheng.decision;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.xinheng.kernel.Identifier;
import org.xinheng.listing.SubjectFile;

/**
 * What the lists hold against the legal person behind a branch, or the operator of an individual business (所属法人或者经营者).
 * No row of the tables says yet whether its article reaches the branch, so nothing of it is applied to the subject: all
 * of it is withheld, and a person looks at it.
 *
 * @param inquiry the question as it would be about the principal; without listings where there is none
 */
record PrincipalListings(Inquiry inquiry, List<Conclusion> withheld) {
    static PrincipalListings of(
            DecisionRequest request, Decider.Files files, Inquiry about, RuleBook ruleBook, LocalDate today) {
        Identifier principal = request.principal();
        SubjectFile file = files.principal();
        if (principal == null || file == null) {
            return new PrincipalListings(asked(about, request.identifier(), List.of()), List.of());
        }
        var registers = ruleBook.release().registers();
        var own = about.listings().stream().map(each -> each.listing().id()).collect(Collectors.<UUID>toSet());
        List<ListingInQuestion> seen =
                Visibility.of(file, registers, about.asOf(), today, about.region()).seen().stream()
                        .filter(each -> !own.contains(each.listing().id()))
                        .toList();
        Inquiry inquiry = asked(about, principal, seen);
        return new PrincipalListings(
                inquiry,
                seen.isEmpty()
                        ? List.of()
                        : ruleBook.evaluate(inquiry).stream()
                                .map(PrincipalListings::held)
                                .toList());
    }

    private static Inquiry asked(Inquiry about, Identifier principal, List<ListingInQuestion> listings) {
        return new Inquiry(
                principal.subjectType(),
                false,
                about.matter(),
                about.facts(),
                about.region(),
                about.agencyKind(),
                about.asOf(),
                listings);
    }

    /** What is stayed stays so; of anything else it matters most that it is not of the subject itself. */
    private static Conclusion held(Conclusion found) {
        return found.withheld() == WithheldReason.SUSPENDED
                ? found
                : new Conclusion(found.about(), found.rule(), found.end(), WithheldReason.PRINCIPAL_LISTED, null, null);
    }
}
