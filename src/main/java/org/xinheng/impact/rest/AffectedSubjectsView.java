package org.xinheng.impact.rest;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xinheng.impact.Counts;
import org.xinheng.impact.service.ReadImpact.Affected;
import org.xinheng.impact.service.ReadImpact.Page;
import org.xinheng.kernel.Identifier;
import org.xinheng.kernel.IdentifierScheme;
import org.xinheng.kernel.SubjectType;
import org.xinheng.subject.Subject;
import org.xinheng.subject.SubjectName;

/** {@code ImpactSubjects} of the contract. */
record AffectedSubjectsView(List<Item> items, @Nullable String next) {
    /** {@code ImpactSubject}. */
    record Item(int place, Masked subject, long changedAnswers, Counts changes) {}

    /** {@code MaskedSubject}: an organisation in full, a person never (L8). */
    record Masked(
            SubjectType type,
            IdentifierScheme scheme,
            String identifier,
            @Nullable String name) {
        static Masked of(Subject subject) {
            Identifier identifier = subject.identifiers().stream()
                    .min(Comparator.comparing(Identifier::scheme))
                    .orElseThrow(() -> new IllegalStateException("a subject has at least one identifier"));
            List<SubjectName> names = subject.names();
            SubjectName name = names.isEmpty() ? null : names.get(names.size() - 1);
            boolean person = subject.type() == SubjectType.PERSON;
            return new Masked(
                    subject.type(),
                    identifier.scheme(),
                    identifier.masked(),
                    name == null ? null : person ? name.masked() : name.value());
        }
    }

    static AffectedSubjectsView of(Page page) {
        return new AffectedSubjectsView(
                page.items().stream().map(AffectedSubjectsView::item).toList(),
                page.next() == null ? null : page.next().toString());
    }

    private static Item item(Affected affected) {
        return new Item(
                affected.place(),
                Masked.of(affected.subject()),
                affected.affected().changedAnswers(),
                affected.affected().changes());
    }
}
