package org.xinheng.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class AssembledContractTest {
    @Test
    void the_contract_beside_the_parts_is_the_one_that_is_served() throws IOException {
        assertThat(Files.readString(Path.of("openapi/xinheng.yaml")))
                .as("write it anew: mvn -q generate-sources -Dxinheng.contract.write=true")
                .isEqualTo(served());
    }

    private static String served() throws IOException {
        try (InputStream file = Contract.class.getResourceAsStream("/META-INF/contract/xinheng.yaml")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
