package org.xinheng.work.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Issue 3: work on releases stands behind decisions, by the word of the operating system itself. */
class LowPriorityTest {
    private static final int NICENESS_AFTER_NAME = 16;

    @Test
    @EnabledOnOs(OS.LINUX)
    void the_thread_that_asks_and_those_it_starts_stand_behind_and_no_other_does() {
        int mine = niceness();
        CompletableFuture<List<Integer>> seen = new CompletableFuture<>();
        new Thread(() -> {
                    LowPriority.thisThread();
                    int own = niceness();
                    new Thread(() -> seen.complete(List.of(own, niceness()))).start();
                })
                .start();

        assertThat(seen.join()).containsOnly(LowPriority.NICENESS);
        assertThat(niceness()).isEqualTo(mine).isLessThan(LowPriority.NICENESS);
    }

    /** Field 19 of `stat`; the name, which may hold blanks, ends with the last parenthesis. */
    private static int niceness() {
        try {
            String stat = Files.readString(Path.of("/proc/thread-self/stat"));
            return Integer.parseInt(stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1)[NICENESS_AFTER_NAME]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
