package org.xinheng.decision.rest;

import org.jspecify.annotations.Nullable;
import org.xinheng.contract.api.MatterItemView;
import org.xinheng.contract.api.PrincipalView;
import org.xinheng.contract.api.SubjectInQuestionView;
import org.xinheng.decision.DecisionRequest;
import org.xinheng.decision.MatterFacts;
import org.xinheng.kernel.Identifier;
import org.xinheng.subject.SubjectName;

/** A body that conforms to {@code DecisionRequest} of the contract, as the domain reads it. */
final class DecisionRequestJson {
    private DecisionRequestJson() {}

    static DecisionRequest read(org.xinheng.contract.api.DecisionRequest body) {
        SubjectInQuestionView subject = body.subject();
        Identifier identifier = Identifier.parse(
                subject.type(),
                subject.scheme(),
                "/subject/scheme",
                subject.identifier(),
                "/subject/identifier",
                subject.identifierConfirmed());
        String name = subject.name();
        MatterItemView item = body.matterItem();
        return new DecisionRequest(
                subject.type(),
                identifier,
                name == null ? null : new SubjectName(name),
                body.matter(),
                item == null
                        ? new MatterFacts(null, null, null, null)
                        : new MatterFacts(
                                item.sector(), item.item(), item.legallyRequiredTender(), item.governmentInvested()),
                body.region(),
                body.purpose(),
                body.caseNumber(),
                body.asOf(),
                body.asOfReason(),
                principal(subject.principal()),
                Identifier.writtenInOldForm(subject.scheme(), subject.identifier()));
    }

    private static @Nullable Identifier principal(@Nullable PrincipalView principal) {
        return principal == null
                ? null
                : Identifier.parse(
                        principal.scheme(),
                        principal.identifier(),
                        "/subject/principal/identifier",
                        principal.identifierConfirmed());
    }
}
