package org.xinheng.remedy.rest;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.xinheng.catalogue.RestorationRule;
import org.xinheng.decision.RunningOn;
import org.xinheng.remedy.CreditRestoration;
import org.xinheng.remedy.RestorationOutlook;
import org.xinheng.remedy.service.OutlookOfEntry;

/** {@code CreditRestoration} of the contract. */
record RestorationView(
        UUID id,
        UUID listing,
        LocalDate appliedOn,
        String appliedBy,
        String rule,
        LocalDate performedOn,
        List<String> documents,
        @Nullable LocalDate decideBy,
        boolean late,
        String state,
        @Nullable DecisionView decision,
        @Nullable String promise) {

    /** {@code RestorationDecision}. */
    record DecisionView(LocalDate decidedOn, @Nullable LocalDate effectiveOn, String reason, String documentNumber) {}

    /** {@code RestorationOutlook}. */
    record OutlookView(
            boolean restorable,
            @Nullable LocalDate earliestOn,
            @Nullable LocalDate publicityEndsOn,
            @Nullable LocalDate lapsesOn,
            @Nullable LocalDate runsOnTo,
            String decidedBy,
            @Nullable RuleView rule,
            List<RestorationView> applications,
            RestorationOutlook.@Nullable Obstacle obstacle,
            List<RunningOn> runsOn) {
        static OutlookView of(OutlookOfEntry.Outlook reported) {
            RestorationOutlook outlook = reported.restoration();
            return new OutlookView(
                    outlook.restorable(),
                    outlook.earliestOn(),
                    outlook.publicityEndsOn(),
                    outlook.lapsesOn(),
                    outlook.runsOnTo(),
                    outlook.decidedBy(),
                    outlook.rule() == null ? null : RuleView.of(outlook.rule()),
                    reported.applications().stream()
                            .map(application -> RestorationView.of(application, null, reported.today()))
                            .toList(),
                    outlook.obstacle(),
                    reported.runsOn());
        }
    }

    /** {@code RestorationRule}: what the register says. */
    record RuleView(
            String code,
            @Nullable String least,
            @Nullable String longest,
            @Nullable Integer decideWithinWorkingDays,
            @Nullable Integer shareWithinWorkingDays,
            String conditions,
            @Nullable String documents,
            String source,
            boolean verified,
            boolean unpublished) {
        static RuleView of(RestorationRule rule) {
            return new RuleView(
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
    }

    /**
     * @param promise told only where one is read by itself
     * @param today day on which lateness is told
     */
    static RestorationView of(CreditRestoration restoration, @Nullable String promise, LocalDate today) {
        CreditRestoration.Decided decision = restoration.decision();
        return new RestorationView(
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
                        : new DecisionView(
                                decision.decidedOn(),
                                decision.effectiveOn(),
                                decision.reason(),
                                decision.documentNumber()),
                promise);
    }
}
