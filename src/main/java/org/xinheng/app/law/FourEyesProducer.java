package org.xinheng.app.law;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.xinheng.release.FourEyes;
import org.xinheng.release.ImpactOfDraft;

/** How many must approve, as the operator has set it. */
@ApplicationScoped
class FourEyesProducer {
    @Produces
    @Singleton
    FourEyes fourEyes(@ConfigProperty(name = "xinheng.release.second-approver-above") BigDecimal share) {
        return new FourEyes(share);
    }

    /** Where nothing counts the impact of drafts. */
    @Produces
    @ApplicationScoped
    @DefaultBean
    ImpactOfDraft notCounted() {
        return release -> Optional.empty();
    }
}
