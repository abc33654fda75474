package org.xinheng.app.security;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import org.xinheng.caller.BearerKey;

/**
 * Reads {@code Authorization: Bearer …} (RFC 6750 §2.1). A key that is missing, doubled or not good leaves the request
 * without a caller; {@link AccessFilter} then refuses it where a caller is needed.
 */
@Singleton
class BearerKeyMechanism implements HttpAuthenticationMechanism {
    private static final String SCHEME = "Bearer ";

    /** Longer than any key that was ever made. */
    private static final int LENGTH_MAX = 200;

    private static final int UNAUTHENTICATED = 401;

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext exchange, IdentityProviderManager providers) {
        List<String> sent = exchange.request().headers().getAll(HttpHeaderNames.AUTHORIZATION);
        if (sent.size() != 1 || !isBearer(sent.get(0))) {
            return Uni.createFrom().nullItem();
        }
        BearerKeyRequest request = new BearerKeyRequest(
                new BearerKey(sent.get(0).substring(SCHEME.length()).strip()));
        HttpSecurityUtils.setRoutingContextAttribute(request, exchange);
        return providers
                .authenticate(request)
                .onFailure(AuthenticationFailedException.class)
                .recoverWithNull();
    }

    private static boolean isBearer(String header) {
        return header.length() <= LENGTH_MAX && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext exchange) {
        return Uni.createFrom()
                .item(new ChallengeData(UNAUTHENTICATED, HttpHeaderNames.WWW_AUTHENTICATE, SCHEME.strip()));
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of(BearerKeyRequest.class);
    }
}
