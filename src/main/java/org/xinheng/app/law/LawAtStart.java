package org.xinheng.app.law;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Before anything else runs, there is law in force. */
@Singleton
class LawAtStart {
    private final FirstRelease firstRelease;

    LawAtStart(FirstRelease firstRelease) {
        this.firstRelease = firstRelease;
    }

    void onStart(@Observes @Priority(10) StartupEvent started) {
        firstRelease.ensure();
    }
}
