package org.xinheng.app.security;

import io.quarkus.security.identity.request.BaseAuthenticationRequest;
import org.xinheng.caller.BearerKey;

/** A request that carries a bearer key. */
final class BearerKeyRequest extends BaseAuthenticationRequest {
    private final BearerKey key;

    BearerKeyRequest(BearerKey key) {
        this.key = key;
    }

    BearerKey key() {
        return key;
    }
}
