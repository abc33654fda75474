package org.xinheng.bench.service;

import jakarta.inject.Singleton;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

/** Sets {@link LogSwitch}. */
@Path("/bench/log")
@Singleton
public class LogSwitchResource {
    /** Whether decisions are logged from now on. */
    @POST
    public void set(@QueryParam("decisions") boolean logged) {
        LogSwitch.decisionsAreLogged = logged;
    }
}
