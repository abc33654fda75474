package org.xinheng.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;
import org.xinheng.app.startup.StartupRefused;

class HttpAddressTest {
    @Test
    void with_the_demonstration_only_this_machine_reaches_the_service() {
        assertThat(HttpAddress.of(config(Map.of()), true))
                .isEqualTo(new HttpAddress("127.0.0.1", 8080, true))
                .matches(HttpAddress::thisMachineOnly);
    }

    @Test
    void without_the_demonstration_or_with_a_host_that_is_set_others_reach_it_too() {
        assertThat(HttpAddress.of(config(Map.of()), false).thisMachineOnly()).isFalse();
        assertThat(HttpAddress.of(config(Map.of("quarkus.http.host", "0.0.0.0")), true)
                        .thisMachineOnly())
                .isFalse();
        assertThat(HttpAddress.of(config(Map.of("quarkus.http.host", "192.0.2.7")), true)
                        .host())
                .isEqualTo("192.0.2.7");
    }

    @Test
    void a_port_that_is_taken_is_refused_in_one_line_of_two_languages() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(taken.getLocalPort());
            HttpAddress address = HttpAddress.of(config(Map.of("quarkus.http.port", port)), true);

            assertThatThrownBy(address::checkFree)
                    .isInstanceOf(StartupRefused.class)
                    .hasMessageContainingAll("端口 `" + port + "`", "port `" + port + "`", "`QUARKUS_HTTP_PORT`")
                    .message()
                    .hasLineCount(1);
        }
    }

    @Test
    void a_port_that_is_free_passes_and_stays_free() throws IOException {
        HttpAddress address;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            address = new HttpAddress("127.0.0.1", socket.getLocalPort(), true);
        }
        assertThatCode(address::checkFree).doesNotThrowAnyException();
        assertThatCode(address::checkFree).doesNotThrowAnyException();
    }

    @Test
    void the_port_of_plain_http_may_be_taken_where_only_https_is_served() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(taken.getLocalPort());
            Config config = config(Map.of("quarkus.http.port", port, "quarkus.http.insecure-requests", "disabled"));

            assertThatCode(HttpAddress.of(config, true)::checkFree).doesNotThrowAnyException();
        }
    }

    private static Config config(Map<String, String> settings) {
        return new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(settings, "test", 100))
                .build();
    }
}
