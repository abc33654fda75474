package org.xinheng.app.problem;

import io.quarkus.runtime.configuration.MemorySize;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How large a body may be: workbooks come in large ones, everything else in small ones. */
@Singleton
final class BodyLimits {
    private static final String WORKBOOKS = "/v1/releases";

    private final MemorySize everywhere;
    private final MemorySize ofWorkbooks;

    BodyLimits(
            @ConfigProperty(name = "xinheng.http.body-max") MemorySize everywhere,
            @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize ofWorkbooks) {
        this.everywhere = everywhere;
        this.ofWorkbooks = ofWorkbooks;
    }

    /** Most bytes that are read at an address. */
    long bytesMax(String path) {
        return (path.equals(WORKBOOKS) ? ofWorkbooks : everywhere).asLongValue();
    }
}
