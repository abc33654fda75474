package org.xinheng.app.law;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.xinheng.app.startup.ServiceSettings;
import org.xinheng.impact.ImpactReports;
import org.xinheng.release.life.FourEyes;
import org.xinheng.release.life.ImpactOfDraft;

/** How many must approve, as the operator has set it. */
@ApplicationScoped
class FourEyesProducer {
    @Produces
    @Singleton
    FourEyes fourEyes(ServiceSettings settings) {
        return new FourEyes(settings.release().secondApproverAbove());
    }

    /** Approval goes by the newest count of a draft that it can go by. */
    @Produces
    @ApplicationScoped
    ImpactOfDraft newestCount(ImpactReports reports) {
        return reports::changedShare;
    }
}
