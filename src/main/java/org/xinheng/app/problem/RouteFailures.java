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
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import org.xinheng.contract.Problem;

/** Failures before a resource is reached: a body that is too large, an address that cannot be decoded, a bad key. */
@Singleton
final class RouteFailures {
    /** Longest address that is read; what is longer than the HTTP layer takes (64 KiB) gets no answer of ours. */
    static final int ADDRESS_MAX = 8_000;

    /** Before anything looks at the address. */
    private static final int FIRST = Integer.MIN_VALUE;

    /** Before Quarkus' own limit on bodies, which answers without a word. */
    private static final int BEFORE_UPLOAD_LIMIT = RouteConstants.ROUTE_ORDER_UPLOAD_LIMIT - 1000;

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
        router.route().order(FIRST).failureHandler(this::failed);
        router.route().order(FIRST).handler(this::refuseBadAddress);
        router.route().order(BEFORE_UPLOAD_LIMIT).handler(this::refuseLargeBody);
        router.route().order(AFTER_UPLOAD_LIMIT).handler(this::limitUnmeasuredBody);
        for (int status : BARE_STATUSES) {
            router.errorHandler(status, this::failed);
        }
    }

    /** Quarkus' own check is off ({@code vertx.disableURIValidation}): it answers without a word. */
    private void refuseBadAddress(RoutingContext exchange) {
        String address = exchange.request().uri();
        if (address.length() > ADDRESS_MAX) {
            end(exchange, reading.read(414, null, asked(exchange)));
        } else if (!isAddress(address)) {
            end(exchange, reading.read(400, null, asked(exchange)));
        } else {
            exchange.next();
        }
    }

    private static boolean isAddress(String address) {
        try {
            new URI(address);
            return true;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private void refuseLargeBody(RoutingContext exchange) {
        String length = exchange.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length != null && (length.length() > 18 || Long.parseLong(length) > bytesMax(exchange))) {
            end(exchange, reading.read(413, null, asked(exchange)));
        } else {
            exchange.next();
        }
    }

    /** A body of no stated length is counted while it is read, by {@link CountedBodies} or, in parts, by Quarkus. */
    private void limitUnmeasuredBody(RoutingContext exchange) {
        String mediaType = exchange.request().getHeader(HttpHeaders.CONTENT_TYPE);
        if (mediaType != null && mediaType.startsWith("multipart/")) {
            exchange.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, bytesMax(exchange));
        } else {
            exchange.remove(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY);
        }
        exchange.next();
    }

    private long bytesMax(RoutingContext exchange) {
        return bodyLimits.bytesMax(exchange.request().path());
    }

    private void failed(RoutingContext exchange) {
        Throwable failure = exchange.failure();
        int status = exchange.statusCode();
        boolean reported = status >= 400 && status < 500;
        end(
                exchange,
                failure == null || reported
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
