package org.xinheng.testing;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Set;

/** For tests that ask on other days than today: the service runs on the {@link SettableClock}. */
public class ClockToSet implements QuarkusTestProfile {
    @Override
    public Set<Class<?>> getEnabledAlternatives() {
        return Set.of(SettableClock.class);
    }
}
