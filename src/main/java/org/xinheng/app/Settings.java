package org.xinheng.app;

import io.quarkus.runtime.configuration.ConfigUtils;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What must be known before Quarkus starts, read from the same places as everything else (environment, system
 * properties, {@code .env}, {@code config/application.properties}).
 *
 * @param outsideDatabase JDBC URL of the operator's own PostgreSQL ({@code QUARKUS_DATASOURCE_JDBC_URL})
 * @param dataDirectory where the embedded database lives ({@code XINHENG_DATA_DIR}, default {@code ./data})
 * @param keysFile file with the service's keys ({@code XINHENG_KEYS_FILE})
 * @param http where the service will listen
 */
record Settings(Optional<String> outsideDatabase, Path dataDirectory, Optional<Path> keysFile, HttpAddress http) {
    static final String JDBC_URL = "quarkus.datasource.jdbc.url";
    static final String KEYS_FILE = "xinheng.keys-file";

    static Settings read() {
        var config = ConfigUtils.configBuilder().build();
        Optional<String> outside = config.getOptionalValue(JDBC_URL, String.class);
        boolean demonstration = outside.isEmpty()
                && config.getOptionalValue("xinheng.demonstration", Boolean.class)
                        .orElse(true);
        return new Settings(
                outside,
                Path.of(config.getOptionalValue("xinheng.data-dir", String.class)
                        .orElse("data")),
                config.getOptionalValue(KEYS_FILE, String.class).map(Path::of),
                HttpAddress.of(config, demonstration));
    }
}
