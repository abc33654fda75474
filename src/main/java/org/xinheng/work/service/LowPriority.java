package org.xinheng.work.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Gives a thread a lower priority than those that answer requests. On Linux the priority of a Java thread says nothing to the
 * scheduler, while every thread has a niceness of its own: without it the gate holds a processor against decisions as one
 * of their equals for as long as it runs.
 *
 * <p>Five, and not the nineteen that would be possible: everybody waits for a collection of garbage until this thread has
 * come to a place where it may stand still, and one that gets no processor meanwhile makes all others wait. At five it
 * still has a quarter of a processor that somebody else wants whole. Threads that it starts inherit the niceness: the
 * processors of an impact do.
 */
final class LowPriority {
    /** What `renice` is asked for. */
    static final int NICENESS = 5;

    private static final Logger LOG = Logger.getLogger(LowPriority.class);
    private static final Path THIS_THREAD = Path.of("/proc/thread-self");
    private static final long ANSWERS_WITHIN_SECONDS = 10;

    private LowPriority() {}

    /** For the calling thread, where the system knows such a thing. A wish: where it is not granted, all goes on. */
    static void thisThread() {
        if (!Files.isSymbolicLink(THIS_THREAD)) {
            return;
        }
        try {
            String number = String.valueOf(Files.readSymbolicLink(THIS_THREAD).getFileName());
            Process renice = new ProcessBuilder("renice", "-n", Integer.toString(NICENESS), "-p", number)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!renice.waitFor(ANSWERS_WITHIN_SECONDS, TimeUnit.SECONDS) || renice.exitValue() != 0) {
                LOG.debug("the system lets no thread stand behind");
            }
        } catch (IOException unknown) {
            LOG.debugf("the system lets no thread stand behind: %s", unknown.getMessage());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
