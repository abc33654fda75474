package org.xinheng.app.gate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where drafts pass the gate, as the operator has set it. */
@ApplicationScoped
class GateCheckProducer {
    /** @param apart in a process of its own, where there is a jar to start one from */
    @Produces
    @Singleton
    GateCheck gateCheck(
            @ConfigProperty(name = "xinheng.release.gate-apart") boolean apart,
            @ConfigProperty(name = "xinheng.release.gate-heap") String heap,
            @ConfigProperty(name = "xinheng.release.gate-longest") Duration longest) {
        return GateProcess.ofThisJar(heap)
                .filter(jar -> apart)
                .<GateCheck>map(jar -> new ForkedGate(jar, longest))
                .orElseGet(InProcessGate::new);
    }
}
