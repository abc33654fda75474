package org.xinheng.app.security;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.xinheng.caller.Caller;

/** Turns a good key into the identity that carries its {@link Caller}; only a key not seen lately waits for the database. */
@Singleton
class CallerIdentities implements IdentityProvider<BearerKeyRequest> {
    static final String CALLER = "caller";

    private final KnownKeys knownKeys;

    CallerIdentities(KnownKeys knownKeys) {
        this.knownKeys = knownKeys;
    }

    @Override
    public Class<BearerKeyRequest> getRequestType() {
        return BearerKeyRequest.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(BearerKeyRequest request, AuthenticationRequestContext context) {
        Optional<Caller> seen = knownKeys.seen(request.key());
        return seen.isPresent()
                ? Uni.createFrom().item(identity(seen.get()))
                : context.runBlocking(
                        () -> identity(knownKeys.ask(request.key()).orElseThrow(AuthenticationFailedException::new)));
    }

    private static SecurityIdentity identity(Caller caller) {
        QuarkusSecurityIdentity.Builder identity = QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(caller.keyId().toString()))
                .addAttribute(CALLER, caller);
        caller.roles().forEach(role -> identity.addRole(role.name()));
        return identity.build();
    }
}
