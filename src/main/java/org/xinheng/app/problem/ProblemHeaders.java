package org.xinheng.app.problem;

import java.util.Map;
import org.xinheng.contract.Problem;

/** Headers that go with a problem by its status. */
final class ProblemHeaders {
    private ProblemHeaders() {}

    static Map<String, String> of(Problem problem) {
        return switch (problem.status()) {
            case 401 -> Map.of("WWW-Authenticate", "Bearer realm=\"xinheng\"");
            case 503 -> Map.of("Retry-After", "5");
            default -> Map.of();
        };
    }
}
