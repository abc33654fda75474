package org.xinheng.app.problem;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.ext.web.handler.HttpException;
import jakarta.inject.Singleton;
import jakarta.ws.rs.WebApplicationException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.xinheng.contract.Contract;
import org.xinheng.contract.Operation;
import org.xinheng.contract.Problem;
import org.xinheng.kernel.ErrorCode;
import org.xinheng.kernel.Refusal;
import org.xinheng.kernel.RefusalTexts;

/** Tells which problem a failure is. What is nobody's fault but ours is logged under the number of an incident. */
@Singleton
final class FailureReading {
    private static final Logger LOG = Logger.getLogger(FailureReading.class);
    private static final String JSON = "application/json";
    private static final int ECHO_MAX = 100;

    /** SQLSTATE classes of a database that is away, shutting down or full (PostgreSQL appendix A). */
    private static final List<String> DATABASE_AWAY = List.of("08", "53", "57P");

    private static final String FORM_READER = "org.jboss.resteasy.reactive.server.core.multipart.";

    private final Contract contract;
    private final BodyLimits bodyLimits;

    FailureReading(Contract contract, BodyLimits bodyLimits) {
        this.contract = contract;
        this.bodyLimits = bodyLimits;
    }

    /**
     * What was asked, as far as a problem speaks of it.
     *
     * @param acceptLanguage header of the request, null where it has none
     * @param allowed methods that the address takes, where they are known
     */
    record Asked(String method, String path, @Nullable String acceptLanguage, Optional<String> allowed) {
        Locale language() {
            return RefusalTexts.preferred(acceptLanguage);
        }
    }

    /** The problem that a failure is, by its type or a cause of it. */
    Problem read(Throwable failure, Asked asked) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal refusal) {
                return Problem.of(refusal, asked.language());
            }
            if (cause instanceof AuthenticationFailedException || cause instanceof UnauthorizedException) {
                return read(401, failure, asked);
            }
            if (cause instanceof ForbiddenException) {
                return read(403, failure, asked);
            }
            if (cause instanceof WebApplicationException answered) {
                return read(answered.getResponse().getStatus(), failure, asked);
            }
            if (cause instanceof HttpException answered) {
                return read(answered.getStatusCode(), failure, asked);
            }
            if (cause instanceof IOException && isInForm(cause)) {
                return Problem.of(ErrorCode.MALFORMED_MULTIPART, asked.language());
            }
            if (cause instanceof SQLException sql && isAway(sql)) {
                LOG.warnf("%s %s: the database is away: %s", asked.method(), asked.path(), sql.getMessage());
                return Problem.of(ErrorCode.SERVICE_UNAVAILABLE, asked.language());
            }
        }
        return internal(failure, asked);
    }

    /** The problem that a bare status is. */
    Problem read(int status, @Nullable Throwable failure, Asked asked) {
        Locale language = asked.language();
        return switch (status) {
            case 400 -> Problem.of(addressFault(asked), language);
            case 401 -> Problem.of(ErrorCode.UNAUTHENTICATED, language);
            case 403 -> Problem.of(ErrorCode.FORBIDDEN_ROLE, language);
            case 404 -> Problem.of(ErrorCode.NOT_FOUND, language);
            case 405 ->
                Problem.of(
                        ErrorCode.METHOD_NOT_ALLOWED,
                        language,
                        asked.method(),
                        asked.allowed().orElseGet(() -> methodsAllowed(asked.path())));
            case 406 -> Problem.of(ErrorCode.NOT_ACCEPTABLE, language, JSON);
            case 413 ->
                Problem.of(ErrorCode.BODY_TOO_LARGE, language, Long.toString(bodyLimits.bytesMax(asked.path())));
            case 414 -> Problem.of(ErrorCode.ADDRESS_TOO_LONG, language, Integer.toString(RouteFailures.ADDRESS_MAX));
            case 415 -> Problem.of(ErrorCode.UNSUPPORTED_MEDIA_TYPE, language, mediaTypesRead(asked));
            case 503 -> Problem.of(ErrorCode.SERVICE_UNAVAILABLE, language);
            default -> status >= 500 ? internal(failure, asked) : Problem.of(ErrorCode.INVALID_REQUEST, language);
        };
    }

    private static Refusal addressFault(Asked asked) {
        String path =
                asked.path().length() <= ECHO_MAX ? asked.path() : asked.path().substring(0, ECHO_MAX) + "…";
        return Refusal.at("path:" + path, ErrorCode.PARAMETER_INVALID, path, "percent-encoded UTF-8");
    }

    /** Methods that the contract describes at an address, as the header {@code Allow} lists them. */
    String methodsAllowed(String path) {
        return String.join(", ", contract.methodsAt(path));
    }

    private Problem internal(@Nullable Throwable failure, Asked asked) {
        String incident = UUID.randomUUID().toString();
        LOG.errorf(failure, "incident %s: %s %s failed", incident, asked.method(), asked.path());
        return Problem.internal(incident, asked.language());
    }

    private String mediaTypesRead(Asked asked) {
        return contract.operation(asked.method(), asked.path())
                .map(Operation::requestMediaTypes)
                .map(types -> String.join(", ", types))
                .orElse(JSON);
    }

    /** Whether it was the reading of a form that failed: it has no exception of its own. */
    private static boolean isInForm(Throwable failure) {
        StackTraceElement[] trace = failure.getStackTrace();
        return trace.length > 0 && trace[0].getClassName().startsWith(FORM_READER);
    }

    private static boolean isAway(SQLException failure) {
        String state = failure.getSQLState();
        return state == null
                ? String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT).contains("acquisition timeout")
                : DATABASE_AWAY.stream().anyMatch(state::startsWith);
    }
}
