package org.xinheng.app.gate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.xinheng.app.startup.ServiceSettings;

/** Where drafts pass the gate, as the operator has set it. */
@ApplicationScoped
class GateCheckProducer {
    @Produces
    @Singleton
    GateCheck gateCheck(ServiceSettings service) {
        ServiceSettings.ReleaseSettings settings = service.release();
        return GateProcess.ofThisJar(settings.gateHeap())
                .filter(jar -> settings.gateApart())
                .<GateCheck>map(jar -> new ForkedGate(jar, settings.gateLongest()))
                .orElseGet(InProcessGate::new);
    }
}
