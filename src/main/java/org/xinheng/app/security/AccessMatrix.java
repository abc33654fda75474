package org.xinheng.app.security;

import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.xinheng.caller.Role;
import org.xinheng.contract.api.OperationId;

/**
 * Which role may call which endpoint, from {@code x-roles} of the contract. What the contract does not have is refused to
 * everybody.
 */
@Singleton
public class AccessMatrix {
    private static final Map<Endpoint, OperationId> OPERATIONS = Arrays.stream(OperationId.values())
            .collect(Collectors.toUnmodifiableMap(
                    operation -> new Endpoint(operation.method(), operation.path()), operation -> operation));

    private final Map<OperationId, Set<Role>> roles = Arrays.stream(OperationId.values())
            .collect(Collectors.toUnmodifiableMap(operation -> operation, AccessMatrix::rolesOf));

    /**
     * An endpoint of the contract.
     *
     * @param path template as in the contract, {@code /v1/listings/{id}}
     */
    public record Endpoint(String method, String path) {}

    /** Every endpoint that somebody may call. */
    public Set<Endpoint> endpoints() {
        return OPERATIONS.keySet();
    }

    /** The roles that may call an endpoint, none for one that is not in the contract. */
    public Set<Role> rolesFor(Endpoint endpoint) {
        OperationId operation = OPERATIONS.get(endpoint);
        return operation == null ? Set.of() : roles.getOrDefault(operation, Set.of());
    }

    /** Whether no key is asked for: what is published anyway. */
    public boolean isOpen(Endpoint endpoint) {
        OperationId operation = OPERATIONS.get(endpoint);
        return operation != null && operation.roles().isEmpty();
    }

    private static Set<Role> rolesOf(OperationId operation) {
        return operation.roles().isEmpty()
                ? Set.of(Role.values())
                : operation.roles().stream().map(Role::valueOf).collect(Collectors.toUnmodifiableSet());
    }
}
