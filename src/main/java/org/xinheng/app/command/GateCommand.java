package org.xinheng.app.command;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.xinheng.app.gate.GateChild;
import picocli.CommandLine.Command;

/** {@code gate}: the service asks it, in a process of its own, to pass one draft through the gate. No command for persons. */
@Command(name = "gate", hidden = true, description = "The service asks this of a process of its own.")
public class GateCommand implements AnsweredAtOnce {
    private static final int SERVICE_GONE = 1;

    @Override
    @SuppressWarnings("SystemOut") // the answer goes by standard output, so nobody else may write there
    public Integer call() throws IOException {
        System.setOut(System.err);
        try (OutputStream answers = new FileOutputStream(FileDescriptor.out)) {
            GateChild.answer(System.in, answers, () -> Runtime.getRuntime().halt(SERVICE_GONE));
        }
        return 0;
    }
}
