package org.xinheng.app.security;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;
import org.xinheng.caller.Caller;
import org.xinheng.caller.CurrentCaller;
import org.xinheng.caller.Role;
import org.xinheng.kernel.ErrorCode;
import org.xinheng.kernel.Refusal;

/**
 * The one door: whoever calls a resource needs a good key, and a role that the matrix names for the endpoint. Where the
 * matrix says that everybody may, nobody is asked for a key, and each address has an allowance.
 */
class AccessFilter {
    private static final Pattern EXPRESSION = Pattern.compile("\\{\\s*([^:}\\s]+)[^}]*}");

    private final AccessMatrix matrix;
    private final CurrentCaller currentCaller;
    private final PublicAllowance allowance;
    private final Map<Method, String> templates = new ConcurrentHashMap<>();

    AccessFilter(AccessMatrix matrix, CurrentCaller currentCaller, PublicAllowance allowance) {
        this.matrix = matrix;
        this.currentCaller = currentCaller;
        this.allowance = allowance;
    }

    /** Refuses with UNAUTHENTICATED, FORBIDDEN_ROLE or TOO_MANY_REQUESTS. */
    @ServerRequestFilter(priority = Priorities.AUTHORIZATION)
    public void admit(ContainerRequestContext request, ResourceInfo resource, HttpServerRequest from) {
        // HEAD is GET without the body (RFC 9110 §9.3.2)
        String method = request.getMethod().equals("HEAD") ? "GET" : request.getMethod();
        String path = templates.computeIfAbsent(
                resource.getResourceMethod(), called -> template(resource.getResourceClass(), called));
        AccessMatrix.Endpoint endpoint = new AccessMatrix.Endpoint(method, path);
        if (matrix.isOpen(endpoint)) {
            allowance.take(from.remoteAddress().hostAddress());
            return;
        }
        Caller caller = currentCaller.get();
        for (Role role : matrix.rolesFor(endpoint)) {
            if (caller.is(role)) {
                return;
            }
        }
        throw Refusal.of(ErrorCode.FORBIDDEN_ROLE);
    }

    /** The template of a resource method as the contract writes it. */
    static String template(Class<?> resource, Method method) {
        String path = "/" + path(resource) + "/" + path(method);
        String single = path.replaceAll("/+", "/");
        String trimmed = single.endsWith("/") ? single.substring(0, single.length() - 1) : single;
        return EXPRESSION.matcher(trimmed).replaceAll("{$1}");
    }

    private static String path(AnnotatedElement element) {
        @Nullable Path path = element.getAnnotation(Path.class);
        return path == null ? "" : path.value();
    }
}
