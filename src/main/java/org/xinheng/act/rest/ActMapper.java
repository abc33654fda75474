package org.xinheng.act.rest;

import org.xinheng.act.Act;
import org.xinheng.act.ActDraft;
import org.xinheng.contract.api.ActSubjectView;
import org.xinheng.contract.api.ActView;
import org.xinheng.kernel.SubjectType;
import org.xinheng.subject.SubjectName;

/** Writes {@code Act} of the contract: a person is masked, and the free words of an act about a person are left out. */
final class ActMapper {
    private ActMapper() {}

    static ActView of(Act act) {
        ActDraft says = act.says();
        boolean person = says.subject().type() == SubjectType.PERSON;
        SubjectName name = says.subject().name();
        return new ActView(
                act.id(),
                says.kind(),
                act.department(),
                act.region(),
                new ActSubjectView(
                        says.subject().type(),
                        says.subject().identifier().scheme(),
                        says.subject().identifier().masked(),
                        name == null ? null : person ? name.masked() : name.value()),
                says.documentNumber(),
                says.decidedOn(),
                says.organ(),
                says.organCode(),
                says.category(),
                says.gravity(),
                says.validFrom(),
                says.validUntil(),
                says.publicUntil(),
                says.fineCny(),
                says.confiscatedCny(),
                person ? null : says.content(),
                act.dueOn(),
                act.calendarKnown(),
                act.recordedOn(),
                act.late(),
                act.reminder(),
                act.revocation(),
                act.recordedAt());
    }
}
