package org.xinheng.release.service;

import jakarta.enterprise.context.ApplicationScoped;
import org.xinheng.caller.Caller;
import org.xinheng.caller.CallerKeys;
import org.xinheng.release.Actor;

/** Tells which person a caller is, as far as the operator has said when the key was made. */
@ApplicationScoped
class Actors {
    private final CallerKeys callerKeys;

    Actors(CallerKeys callerKeys) {
        this.callerKeys = callerKeys;
    }

    Actor of(Caller caller) {
        return new Actor(caller.keyId(), callerKeys.personOf(caller.keyId()).orElse(null), caller.department());
    }
}
