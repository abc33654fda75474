package org.xinheng.app.security;

import io.quarkus.security.identity.CurrentIdentityAssociation;
import jakarta.enterprise.context.ApplicationScoped;
import org.xinheng.caller.Caller;
import org.xinheng.caller.CurrentCaller;
import org.xinheng.kernel.ErrorCode;
import org.xinheng.kernel.Refusal;

/** {@link CurrentCaller} from the identity of the request. */
@ApplicationScoped
class CallerOfIdentity implements CurrentCaller {
    private final CurrentIdentityAssociation identities;

    CallerOfIdentity(CurrentIdentityAssociation identities) {
        this.identities = identities;
    }

    @Override
    public Caller get() {
        Caller caller = identities.getIdentity().getAttribute(CallerIdentities.CALLER);
        if (caller == null) {
            throw Refusal.of(ErrorCode.UNAUTHENTICATED);
        }
        return caller;
    }
}
