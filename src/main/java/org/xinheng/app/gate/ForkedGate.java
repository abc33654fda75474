package org.xinheng.app.gate;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;
import org.xinheng.release.Draft;
import org.xinheng.release.Workbook;
import org.xinheng.work.DaemonThreads;

/**
 * The pass in a process of its own, so that neither its garbage nor its processor time is felt by those who ask for
 * decisions. One process a pass; none outlives it.
 */
final class ForkedGate implements GateCheck {
    private static final Logger LOG = Logger.getLogger(ForkedGate.class);
    private static final long SECONDS_TO_END = 5;
    private static final int COMPLAINTS_MAX = 4000;

    private final GateProcess gateProcess;
    private final Duration longest;

    /** @param longest after which a pass is taken for one that hangs */
    ForkedGate(GateProcess gateProcess, Duration longest) {
        this.gateProcess = gateProcess;
        this.longest = longest;
    }

    @Override
    public Result pass(Draft draft, List<Workbook> workbooks, LocalDate day, Progress progress) {
        Process process;
        try {
            process = gateProcess.start();
        } catch (IOException refused) {
            throw new GateEndedEarly("no process of the gate can be started", refused);
        }
        try {
            Future<String> complaints = DaemonThreads.named("gate-complaints").begin(() -> complaints(process));
            Future<Result> result = DaemonThreads.named("gate-talk")
                    .begin(() -> talk(process, new GateProtocol.Question(draft, workbooks, day), progress));
            return awaited(result, complaints, process);
        } finally {
            process.destroyForcibly();
        }
    }

    private Result awaited(Future<Result> result, Future<String> complaints, Process process) {
        try {
            return result.get(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof IOException gone) {
                throw new GateEndedEarly(ended(process) + last(complaints), gone);
            }
            throw new IllegalStateException("the gate broke down", failed.getCause());
        } catch (TimeoutException late) {
            throw new GateEndedEarly("the process of the gate has not answered within " + longest, late);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new GateEndedEarly("the service stops", stopped);
        }
    }

    private static Result talk(Process process, GateProtocol.Question question, Progress progress) throws IOException {
        // not closed before the answer: its end tells the other side that this service is gone
        DataOutputStream to = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
        GateProtocol.ask(question, to);
        return GateProtocol.answered(new DataInputStream(new BufferedInputStream(process.getInputStream())), progress);
    }

    /** All that it says on standard error is taken, so that it never waits; the last of it is kept. */
    private static String complaints(Process process) throws IOException {
        StringBuilder last = new StringBuilder();
        InputStream from = process.getErrorStream();
        byte[] piece = new byte[COMPLAINTS_MAX];
        for (int length = from.read(piece); length >= 0; length = from.read(piece)) {
            last.append(new String(piece, 0, length, StandardCharsets.UTF_8));
            last.delete(0, Math.max(0, last.length() - COMPLAINTS_MAX));
        }
        if (!last.isEmpty()) {
            LOG.debugf("the process of the gate said: %s", last);
        }
        return last.toString();
    }

    private static String last(Future<String> complaints) {
        try {
            return complaints.get(1, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException unknown) {
            return "";
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return "";
        }
    }

    private static String ended(Process process) {
        try {
            return process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)
                    ? "the process of the gate ended with " + process.exitValue() + " before it had answered; "
                    : "the process of the gate says nothing more; ";
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return "the service stops; ";
        }
    }
}
