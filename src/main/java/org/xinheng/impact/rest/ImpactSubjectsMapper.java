package org.xinheng.impact.rest;

import org.xinheng.contract.api.ImpactSubjectView;
import org.xinheng.contract.api.ImpactSubjectsView;
import org.xinheng.contract.api.MaskedSubjectView;
import org.xinheng.impact.service.ReadImpact.Affected;
import org.xinheng.impact.service.ReadImpact.Page;
import org.xinheng.kernel.Identifier;
import org.xinheng.subject.Subject;

/** Writes {@code ImpactSubjects} of the contract. */
final class ImpactSubjectsMapper {
    private ImpactSubjectsMapper() {}

    static MaskedSubjectView masked(Subject subject) {
        Identifier identifier = subject.mainIdentifier();
        return new MaskedSubjectView(subject.type(), identifier.scheme(), identifier.masked(), subject.maskedName());
    }

    static ImpactSubjectsView of(Page page) {
        return new ImpactSubjectsView(
                page.items().stream().map(ImpactSubjectsMapper::item).toList(),
                page.next() == null ? null : page.next().toString());
    }

    private static ImpactSubjectView item(Affected affected) {
        return new ImpactSubjectView(
                affected.place(),
                masked(affected.subject()),
                affected.affected().changedAnswers(),
                affected.affected().changes());
    }
}
