package org.xinheng.task.service;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What an operator sets for webhooks. */
@ConfigMapping(prefix = "xinheng.webhooks")
public interface WebhookSettings {
    /** Attempts before a task is a dead letter; 24 take about five hours. */
    @WithDefault("24")
    int attempts();

    /** How long an attempt may take. */
    @WithDefault("10S")
    Duration timeout();

    /**
     * Hosts inside, separated by commas, to which webhooks may lead; without it https to public addresses alone, and
     * this machine with the embedded database.
     */
    Optional<List<String>> insideHosts();
}
