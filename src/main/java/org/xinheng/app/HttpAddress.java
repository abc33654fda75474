package org.xinheng.app;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.eclipse.microprofile.config.Config;
import org.xinheng.app.startup.StartupRefused;

/**
 * Where the service listens.
 *
 * @param host name or address of an interface of this machine
 * @param port TCP port; 0 for any that is free
 * @param plain whether plain HTTP is served there, rather than HTTPS alone
 */
record HttpAddress(String host, int port, boolean plain) {
    static final String HOST = "quarkus.http.host";

    private static final String THIS_MACHINE = "127.0.0.1";
    private static final String EVERY_INTERFACE = "0.0.0.0";

    /**
     * The address by the settings. The keys of the demonstration are known to everybody, so with them the service
     * listens on this machine only, unless a host is set.
     */
    static HttpAddress of(Config config, boolean demonstration) {
        return new HttpAddress(
                config.getOptionalValue(HOST, String.class).orElse(demonstration ? THIS_MACHINE : EVERY_INTERFACE),
                config.getOptionalValue("quarkus.http.port", Integer.class).orElse(8080),
                config.getOptionalValue("quarkus.http.insecure-requests", String.class)
                        .filter("disabled"::equalsIgnoreCase)
                        .isEmpty());
    }

    /** Whether other machines cannot reach it. */
    boolean thisMachineOnly() {
        return isThisMachine(host);
    }

    static boolean isThisMachine(String host) {
        return host.equals(THIS_MACHINE) || host.equals("localhost");
    }

    /**
     * Checks that the service will be able to listen.
     *
     * @throws StartupRefused when another process has the port, or this machine has no such address
     */
    void checkFree() {
        if (!plain) {
            return;
        }
        try (var socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(host, port));
        } catch (IOException | IllegalArgumentException failure) {
            throw unusable(host, port, failure);
        }
    }

    /** The refusal of a start on this address. */
    static StartupRefused unusable(String host, int port, Exception reason) {
        String cause = reason.getMessage();
        return new StartupRefused(
                "无法在 `%s` 的端口 `%d` 上监听（%s）；请停止占用该端口的进程，或以 `QUARKUS_HTTP_PORT` 另设端口".formatted(host, port, cause)
                        + " / cannot listen on port `%d` of `%s` (%s); ".formatted(port, host, cause)
                        + "stop the process that uses it, or set another port with `QUARKUS_HTTP_PORT`",
                reason);
    }
}
