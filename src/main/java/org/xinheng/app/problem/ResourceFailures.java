package org.xinheng.app.problem;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.xinheng.contract.Problem;
import org.xinheng.kernel.Refusal;

/** Failures inside the resources, and of finding one: unknown address, method, media type. */
final class ResourceFailures {
    private final FailureReading reading;

    ResourceFailures(FailureReading reading) {
        this.reading = reading;
    }

    @ServerExceptionMapper
    Response refused(Refusal refusal, Request request, UriInfo uri, HttpHeaders headers) {
        return answer(refusal, Optional.empty(), request, uri, headers);
    }

    @ServerExceptionMapper
    Response answered(WebApplicationException answered, Request request, UriInfo uri, HttpHeaders headers) {
        Response given = answered.getResponse();
        if (given.getStatus() < 400) {
            return given;
        }
        return answer(answered, Optional.ofNullable(given.getHeaderString(HttpHeaders.ALLOW)), request, uri, headers);
    }

    @ServerExceptionMapper({
        AuthenticationFailedException.class,
        UnauthorizedException.class,
        ForbiddenException.class,
        Throwable.class
    })
    Response failed(Throwable failure, Request request, UriInfo uri, HttpHeaders headers) {
        return answer(failure, Optional.empty(), request, uri, headers);
    }

    private Response answer(
            Throwable failure, Optional<String> allowed, Request request, UriInfo uri, HttpHeaders headers) {
        Problem problem = reading.read(
                failure,
                new FailureReading.Asked(
                        request.getMethod(),
                        uri.getPath(),
                        headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE),
                        allowed));
        Response.ResponseBuilder response = Response.status(problem.status())
                .type(Problem.MEDIA_TYPE)
                .header(HttpHeaders.CONTENT_LANGUAGE, problem.locale().getLanguage())
                .entity(problem.toJson());
        ProblemHeaders.of(problem).forEach(response::header);
        if (problem.status() == 405) {
            response.header(HttpHeaders.ALLOW, allowed.orElseGet(() -> reading.methodsAllowed(uri.getPath())));
        }
        return response.build();
    }
}
