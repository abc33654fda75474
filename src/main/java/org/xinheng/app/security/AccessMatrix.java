package org.xinheng.app.security;

import jakarta.inject.Singleton;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.xinheng.caller.Role;

/** Which role may call which endpoint, from {@code access/matrix.csv}. What is not named there is refused to everybody. */
@Singleton
public class AccessMatrix {
    private static final String RESOURCE = "/access/matrix.csv";
    private static final String HEADING = "method,path,roles";

    /** Stands in the matrix where no key is asked for. */
    private static final String EVERYBODY = "EVERYBODY";

    private final Map<Endpoint, Set<Role>> roles;
    private final Set<Endpoint> open;

    /**
     * An endpoint of the contract.
     *
     * @param path template as in the contract, {@code /v1/listings/{id}}
     */
    public record Endpoint(String method, String path) {}

    /** Reads the matrix from the class path. */
    public AccessMatrix() {
        try (InputStream file = AccessMatrix.class.getResourceAsStream(RESOURCE)) {
            if (file == null) {
                throw new IllegalStateException("the jar lacks " + RESOURCE);
            }
            Set<Endpoint> open = new LinkedHashSet<>();
            roles = read(
                    new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))
                            .lines()
                            .toList(),
                    open);
            this.open = Set.copyOf(open);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every endpoint that somebody may call. */
    public Set<Endpoint> endpoints() {
        return roles.keySet();
    }

    /** The roles that may call an endpoint, none for one that is not in the matrix. */
    public Set<Role> rolesFor(Endpoint endpoint) {
        return roles.getOrDefault(endpoint, Set.of());
    }

    /** Whether no key is asked for: what is published anyway. */
    public boolean isOpen(Endpoint endpoint) {
        return open.contains(endpoint);
    }

    private static Map<Endpoint, Set<Role>> read(List<String> lines, Set<Endpoint> open) {
        Map<Endpoint, Set<Role>> read = new LinkedHashMap<>();
        for (String line : lines) {
            if (line.isBlank() || line.startsWith("#") || line.equals(HEADING)) {
                continue;
            }
            List<String> cells = List.of(line.split(",", -1));
            if (cells.size() != 3) {
                throw new IllegalStateException(RESOURCE + " has a line that is no endpoint: " + line);
            }
            Endpoint endpoint = new Endpoint(cells.get(0), cells.get(1));
            EnumSet<Role> named = EnumSet.noneOf(Role.class);
            if (cells.get(2).equals(EVERYBODY)) {
                open.add(endpoint);
                named.addAll(EnumSet.allOf(Role.class));
            } else {
                List.of(cells.get(2).split(" ", -1)).forEach(role -> named.add(Role.valueOf(role)));
            }
            if (read.put(endpoint, Set.copyOf(named)) != null) {
                throw new IllegalStateException(RESOURCE + " names an endpoint twice: " + line);
            }
        }
        return Map.copyOf(read);
    }
}
