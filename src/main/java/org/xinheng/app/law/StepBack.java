package org.xinheng.app.law;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Lets a thread stand behind those that answer requests. On Linux the priority of a Java thread says nothing to the
 * scheduler, while every thread has a niceness of its own: without it the gate takes a whole processor for as long as it
 * runs, and on two processors every second decision waits for its turn.
 *
 * <p>Ten, and not the nineteen that would be possible: beside a service that is busy throughout, the gate still gets about
 * a tenth of a processor and comes to its end. Threads that the thread starts inherit it: the processors of an impact do.
 */
final class StepBack {
    /** What `renice` is asked for. */
    static final int NICENESS = 10;

    private static final Logger LOG = Logger.getLogger(StepBack.class);
    private static final Path THIS_THREAD = Path.of("/proc/thread-self");
    private static final long ANSWERS_WITHIN_SECONDS = 10;

    private StepBack() {}

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
