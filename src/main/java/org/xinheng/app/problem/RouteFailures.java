package org.xinheng.app.problem;

import io.quarkus.vertx.http.runtime.RouteConstants;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.xinheng.contract.Problem;

/** Failures before a resource is reached: a body that is too large, an address that cannot be decoded, a bad key. */
@Singleton
final class RouteFailures {
    /** Before Quarkus' own limit on bodies, which answers without a word. */
    private static final int BEFORE_UPLOAD_LIMIT = -1000;

    private static final int[] BARE_STATUSES = {400, 401, 403, 404, 405, 406, 413, 414, 415, 500, 503};

    /** After Quarkus has set its own limit for bodies that do not say their length. */
    private static final int AFTER_UPLOAD_LIMIT = RouteConstants.ROUTE_ORDER_UPLOAD_LIMIT + 1;

    private final FailureReading reading;
    private final BodyLimits bodyLimits;

    RouteFailures(FailureReading reading, BodyLimits bodyLimits) {
        this.reading = reading;
        this.bodyLimits = bodyLimits;
    }

    void answerFor(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).failureHandler(this::failed);
        router.route().order(BEFORE_UPLOAD_LIMIT).handler(this::refuseLargeBody);
        router.route().order(AFTER_UPLOAD_LIMIT).handler(this::limitUnmeasuredBody);
        for (int status : BARE_STATUSES) {
            router.errorHandler(status, this::failed);
        }
    }

    private void refuseLargeBody(RoutingContext exchange) {
        String length = exchange.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length != null && (length.length() > 18 || Long.parseLong(length) > bytesMax(exchange))) {
            // what is still on its way is not read: the connection ends with the answer
            exchange.response().putHeader(HttpHeaders.CONNECTION, "close");
            end(exchange, reading.read(413, null, asked(exchange)));
        } else {
            exchange.next();
        }
    }

    private void limitUnmeasuredBody(RoutingContext exchange) {
        exchange.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, bytesMax(exchange));
        exchange.next();
    }

    private long bytesMax(RoutingContext exchange) {
        return bodyLimits.bytesMax(exchange.request().path());
    }

    private void failed(RoutingContext exchange) {
        Throwable failure = exchange.failure();
        int status = exchange.statusCode();
        boolean told = status >= 400 && status < 500;
        end(
                exchange,
                failure == null || told
                        ? reading.read(status < 0 ? 500 : status, failure, asked(exchange))
                        : reading.read(failure, asked(exchange)));
    }

    private static FailureReading.Asked asked(RoutingContext exchange) {
        return new FailureReading.Asked(
                exchange.request().method().name(),
                exchange.request().path(),
                exchange.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE),
                Optional.empty());
    }

    private static void end(RoutingContext exchange, Problem problem) {
        HttpServerResponse response = exchange.response();
        if (response.ended() || response.closed()) {
            return;
        }
        if (response.headWritten()) {
            response.reset();
            return;
        }
        response.setStatusCode(problem.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .putHeader(HttpHeaders.CONTENT_LANGUAGE, problem.locale().getLanguage());
        ProblemHeaders.of(problem).forEach(response::putHeader);
        response.end(Buffer.buffer(problem.toJson()));
    }
}
