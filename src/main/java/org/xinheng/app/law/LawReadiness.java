package org.xinheng.app.law;

import jakarta.inject.Singleton;
import java.util.UUID;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.xinheng.decision.RuleBook;
import org.xinheng.release.Tenure;

/**
 * Says which content this node serves. It is ready when it serves what is law today; what it cannot load, today's or that
 * of a day to come, it names with the reason.
 */
@Readiness
@Singleton
class LawReadiness implements HealthCheck {
    private final LawInForce lawInForce;

    LawReadiness(LawInForce lawInForce) {
        this.lawInForce = lawInForce;
    }

    @Override
    public HealthCheckResponse call() {
        LawInForce.Serving serving = lawInForce.serving();
        Tenure today = serving.timeline().on(lawInForce.today()).tenure();
        UUID id = today.releaseId();
        var response = HealthCheckResponse.named("law in force")
                .withData("release", id.toString())
                .withData("effectiveFrom", today.effectiveFrom().toString());
        RuleBook ruleBook = serving.loaded().get(id);
        if (ruleBook != null) {
            response.withData("contentHash", ruleBook.release().contentHash())
                    .withData("engineVersion", ruleBook.release().engineVersion());
        }
        serving.failed().forEach((release, failure) -> response.withData("notLoaded " + release, failure.reason()));
        return response.status(!serving.failed().containsKey(id)).build();
    }
}
