package org.xinheng.app.gate;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import org.xinheng.work.DaemonThreads;

/**
 * The side of the gate that works in a process of its own: passes the one draft it is asked about, and has neither
 * database nor keys nor settings. It lives no longer than the service that asked: when that is gone, however it went, the
 * question's end is closed by the operating system.
 */
public final class GateChild {
    private GateChild() {}

    /**
     * Answers one question.
     *
     * @param serviceGone what to do when the service that asked is no more
     */
    public static void answer(InputStream question, OutputStream answers, Runnable serviceGone) throws IOException {
        DataInputStream from = new DataInputStream(new BufferedInputStream(question));
        DataOutputStream to = new DataOutputStream(new BufferedOutputStream(answers));
        GateProtocol.Question asked = GateProtocol.asked(from);
        watch(from, serviceGone);
        GateCheck.Result result;
        try {
            result =
                    new InProcessGate().pass(asked.draft(), asked.workbooks(), asked.day(), stage -> report(stage, to));
        } catch (RuntimeException | StackOverflowError failed) {
            GateProtocol.brokeDown(reported(failed), to);
            return;
        }
        GateProtocol.answer(result, to);
    }

    private static void watch(InputStream from, Runnable serviceGone) {
        DaemonThreads.named("gate-watch")
                .newThread(() -> {
                    try {
                        while (from.read() >= 0) {} // nothing more is ever said
                    } catch (IOException closed) {
                        // the same as its end
                    }
                    serviceGone.run();
                })
                .start();
    }

    private static void report(GateCheck.Stage stage, DataOutputStream to) {
        try {
            GateProtocol.report(stage, to);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static String reported(Throwable failed) {
        StringWriter words = new StringWriter();
        failed.printStackTrace(new PrintWriter(words, true));
        return words.toString();
    }
}
