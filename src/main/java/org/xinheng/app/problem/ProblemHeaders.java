package org.xinheng.app.problem;

import java.util.Map;
import org.xinheng.contract.Problem;

/** Headers that go with a problem by its status. */
final class ProblemHeaders {
    private ProblemHeaders() {}

    static Map<String, String> of(Problem problem) {
        return switch (problem.status()) {
            case 401 -> Map.of("WWW-Authenticate", "Bearer realm=\"xinheng\"");
            // the rest of the body is not read: the connection ends with the answer
            case 413 -> Map.of("Connection", "close");
            case 503 -> Map.of("Retry-After", "5");
            default -> Map.of();
        };
    }
}
