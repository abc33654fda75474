package org.xinheng.bench.service;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.util.EnumSet;
import java.util.Set;
import org.xinheng.app.security.AccessMatrix;
import org.xinheng.caller.Role;

/** Opens the endpoints of the benchmarks to every role; the rest stays as it is. */
@Alternative
@Priority(1)
@Singleton
public class BenchMatrix extends AccessMatrix {
    @Override
    public Set<Role> rolesFor(Endpoint endpoint) {
        return endpoint.path().startsWith("/bench/") ? EnumSet.allOf(Role.class) : super.rolesFor(endpoint);
    }
}
