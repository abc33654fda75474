package org.xinheng.app.feed;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.xinheng.act.PublicityLimit;

/** The term of double publicity, as it is set. */
@ApplicationScoped
class PublicityLimitProducer {
    @Produces
    @Singleton
    PublicityLimit limit(@ConfigProperty(name = "xinheng.acts.publicity-working-days") int workingDays) {
        return new PublicityLimit(workingDays);
    }
}
