package org.xinheng.testing;

import static org.awaitility.Awaitility.await;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.AgroalDataSource.FlushMode;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.awaitility.core.ConditionTimeoutException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.xinheng.app.law.FirstRelease;

/**
 * The database of a service that has its schema and its first release and nothing else, kept as a template: the first
 * service under test makes it, every later one starts from a copy. Another build, and another day, have another one.
 */
@ApplicationScoped
public class ServiceTemplate {
    /** Which build and day the template is of: a check sum, eight hexadecimal digits. */
    static final String CONTENT = content();

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Logger LOG = Logger.getLogger(ServiceTemplate.class);

    /**
     * The template for a service on that clock.
     *
     * @param settableClock whether the service is born on {@link SettableClock#BIRTH}
     */
    static String name(boolean settableClock) {
        return "template_" + (settableClock ? "birth_" : "today_") + CONTENT;
    }

    /**
     * Before anything else writes: the loops and the demonstration begin later. Where somebody stays connected there is no
     * template, and the next service makes its first release itself.
     */
    void keep(
            @Observes @Priority(9) StartupEvent started,
            FirstRelease firstRelease,
            AgroalDataSource dataSource,
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
            @ConfigProperty(name = PostgresResource.TEMPLATE) String template) {
        firstRelease.ensure();
        try {
            await().atMost(PATIENCE).until(() -> {
                dataSource.flush(FlushMode.IDLE);
                return TestPostgres.keepAsTemplate(url, template);
            });
        } catch (ConditionTimeoutException stillInUse) {
            LOG.infof("no template %s: the database stays in use", template);
        }
    }

    private static String content() {
        var sum = new CRC32();
        sum.update(Fixtures.today().toString().getBytes(StandardCharsets.US_ASCII));
        try (Stream<Path> files = Files.walk(Path.of("target/classes"))) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                sum.update(file.toString().getBytes(StandardCharsets.UTF_8));
                sum.update(Files.readAllBytes(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return "%08x".formatted(sum.getValue());
    }
}
