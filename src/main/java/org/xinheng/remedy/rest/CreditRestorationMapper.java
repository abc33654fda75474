package org.xinheng.remedy.rest;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.xinheng.catalogue.RestorationRule;
import org.xinheng.contract.api.CreditRestorationView;
import org.xinheng.contract.api.RestorationDecisionView;
import org.xinheng.contract.api.RestorationOutlookView;
import org.xinheng.contract.api.RestorationRuleView;
import org.xinheng.remedy.CreditRestoration;
import org.xinheng.remedy.RestorationOutlook;
import org.xinheng.remedy.service.OutlookOfEntry;

/** Writes {@code CreditRestoration} of the contract. */
final class CreditRestorationMapper {
    private CreditRestorationMapper() {}

    static RestorationOutlookView outlook(OutlookOfEntry.Outlook reported) {
        RestorationOutlook outlook = reported.restoration();
        return new RestorationOutlookView(
                outlook.restorable(),
                outlook.earliestOn(),
                outlook.publicityEndsOn(),
                outlook.lapsesOn(),
                outlook.runsOnTo(),
                outlook.decidedBy(),
                outlook.rule() == null ? null : rule(outlook.rule()),
                reported.applications().stream()
                        .map(application -> CreditRestorationMapper.of(application, null, reported.today()))
                        .toList(),
                outlook.obstacle(),
                reported.runsOn());
    }

    static RestorationRuleView rule(RestorationRule rule) {
        return new RestorationRuleView(
                rule.code(),
                rule.least() == null ? null : rule.least().toString(),
                rule.longest() == null ? null : rule.longest().toString(),
                rule.decideWithin(),
                rule.shareWithin(),
                rule.conditions(),
                rule.documents(),
                rule.source(),
                rule.verified(),
                rule.unpublished());
    }

    /**
     * @param promise told only where one is read by itself
     * @param today day for which lateness is reported, Asia/Shanghai
     */
    static CreditRestorationView of(CreditRestoration restoration, @Nullable String promise, LocalDate today) {
        CreditRestoration.Decided decision = restoration.decision();
        return new CreditRestorationView(
                restoration.id(),
                restoration.listingId(),
                restoration.appliedOn(),
                restoration.appliedBy(),
                restoration.rule(),
                restoration.performedOn(),
                restoration.documents(),
                restoration.decideBy(),
                restoration.lateOn(today),
                decision == null ? "OPEN" : decision.granted() ? "GRANTED" : "REFUSED",
                decision == null
                        ? null
                        : new RestorationDecisionView(
                                decision.decidedOn(),
                                decision.effectiveOn(),
                                decision.reason(),
                                decision.documentNumber()),
                promise);
    }
}
