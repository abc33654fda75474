package org.xinheng.app;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.config.Config;
import org.xinheng.app.startup.RunMode;

/** Where the service answers and, with demonstration data, a request to paste. */
@ApplicationScoped
class StartupGreeting {
    private final RunMode runMode;
    private final Config config;

    StartupGreeting(RunMode runMode, Config config) {
        this.runMode = runMode;
        this.config = config;
    }

    /** Prints the greeting, in UTF-8 whatever the terminal claims: the request must arrive as it is meant. */
    void print() {
        new PrintStream(System.out, true, StandardCharsets.UTF_8).println(text());
    }

    String text() {
        String url = "http://localhost:" + config.getValue("quarkus.http.port", Integer.class);
        boolean thisMachineOnly = HttpAddress.isThisMachine(
                config.getOptionalValue(HttpAddress.HOST, String.class).orElse(""));
        String where = "Xinheng (信衡) answers at " + url + "/v1"
                + (thisMachineOnly ? " to this machine only / 仅限本机 (QUARKUS_HTTP_HOST)" : "") + ", its contract is at "
                + url + "/q/swagger-ui";
        return runMode.demonstration() ? where + example(url) : where;
    }

    private static String example(String url) {
        return """


               With the demonstration data (off with XINHENG_DEMONSTRATION=false), paste:

               curl -s %s/v1/decisions -H 'Authorization: Bearer demo-procurement' \\
                 -H 'Content-Type: application/json' -d '{
                 "subject": { "type": "ORGANISATION", "scheme": "USCC", "identifier": "91420100XE5X00019Q" },
                 "matter": "GOVERNMENT_PROCUREMENT_QUALIFICATION", "region": "420100",
                 "purpose": "供应商资格审查", "caseNumber": "WH-2026-0815" }'
               """.formatted(url);
    }
}
