package org.xinheng.task.service;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What an operator sets for tasks. */
@ConfigMapping(prefix = "xinheng.tasks")
public interface TaskSettings {
    /** {@code false}: this node makes no tasks; some node must. */
    @WithDefault("true")
    boolean make();

    /** How often a node looks for changes that lead to tasks. */
    @WithDefault("1S")
    Duration interval();

    /** How many streams of tasks a node serves at most. */
    @WithDefault("1000")
    int streams();

    /** How long a stream lasts at most: a revoked key ends with it. */
    @WithDefault("10M")
    Duration streamLongest();
}
