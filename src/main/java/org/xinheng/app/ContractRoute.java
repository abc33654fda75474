package org.xinheng.app;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import org.xinheng.contract.Contract;

/**
 * Serves the contract as it is at {@code /q/openapi}: the file itself as YAML, the same document as JSON. Quarkus' own
 * extension would serve what it understands of the file, in another version of OpenAPI.
 */
@Singleton
final class ContractRoute {
    private static final String PATH = "/q/openapi";
    private static final String YAML = "application/yaml";
    private static final String JSON = "application/json";

    private final Contract contract;
    private volatile @Nullable Buffer json;

    ContractRoute(Contract contract) {
        this.contract = contract;
    }

    void register(@Observes Router router) {
        router.route(PATH)
                .method(HttpMethod.GET)
                .method(HttpMethod.HEAD)
                .produces(YAML)
                .produces(JSON)
                .handler(this::answer);
    }

    private void answer(RoutingContext exchange) {
        boolean wantsJson = exchange.queryParams().contains("format", "json", true)
                || JSON.equals(exchange.getAcceptableContentType());
        exchange.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, (wantsJson ? JSON : YAML) + ";charset=UTF-8")
                .end(wantsJson ? asJson() : Buffer.buffer(contract.file()));
    }

    /** Written once: it is large, and everybody may ask for it. */
    private Buffer asJson() {
        Buffer written = json;
        if (written == null) {
            written = Buffer.buffer(contract.document().toString());
            json = written;
        }
        return written.copy();
    }
}
