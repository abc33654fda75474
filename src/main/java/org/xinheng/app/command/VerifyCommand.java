package org.xinheng.app.command;

import jakarta.inject.Inject;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.xinheng.audit.Checkpoint;
import org.xinheng.audit.Verification;
import org.xinheng.audit.service.VerifyLog;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code verify}: the whole log against the tables. */
@Command(
        name = "verify",
        description = "Verifies the whole log: every entry, every row it covers, the tree, the checkpoints and the "
                + "receipts. Names the first entry that is wrong and ends with 1. Works while the service runs.",
        mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init") // set by picocli and CDI before call()
public class VerifyCommand implements Callable<Integer> {
    @Option(
            names = "--checkpoint",
            paramLabel = "FILE",
            description = "a checkpoint that was kept elsewhere (GET /v1/audit/checkpoint): the log must continue it")
    @Nullable
    Path checkpoint;

    @Spec
    CommandSpec spec;

    @Inject
    VerifyLog verifyLog;

    @Override
    public Integer call() throws IOException {
        Optional<Checkpoint> witnessed = Optional.empty();
        if (checkpoint != null) {
            witnessed = verifyLog.witnessed(Files.readString(checkpoint, StandardCharsets.UTF_8));
            if (witnessed.isEmpty()) {
                spec.commandLine()
                        .getErr()
                        .println("`" + checkpoint + "` is no checkpoint that this log signed; take it as it came from "
                                + "`/v1/audit/checkpoint`, and check `XINHENG_LOG_ORIGIN` and the keys file");
                return 1;
            }
        }
        Verification found = verifyLog.verify(witnessed);
        PrintWriter out = spec.commandLine().getOut();
        out.println("entries=" + found.size());
        out.println("waiting=" + found.waiting());
        out.println("records=" + found.records());
        out.println("rows=" + found.rows());
        out.println("erased=" + found.erased());
        out.println("checkpoints=" + found.checkpoints());
        out.println("root=" + found.root().base64());
        if (found.intact()) {
            out.println("intact=true");
            return 0;
        }
        out.println("intact=false");
        out.println("wrong=" + found.wrong());
        found.first().forEach(each -> out.println(each.line()));
        return 1;
    }
}
