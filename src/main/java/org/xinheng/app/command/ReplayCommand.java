package org.xinheng.app.command;

import jakarta.inject.Inject;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.xinheng.decision.replay.Replay;
import org.xinheng.decision.replay.Scorecard;
import org.xinheng.decision.service.ReplayPeriod;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code replay}: decides every decision of a period again and prints a scorecard. */
@Command(
        name = "replay",
        description =
                "Decides every decision of a period again, with what was known then, and prints how many came out "
                        + "the same. Exit code 0 when all did, 1 when one did not.",
        mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init") // set by picocli and CDI before call()
public class ReplayCommand implements Callable<Integer> {
    private static final int ALL_SAME = 0;
    private static final int NOT_ALL_SAME = 1;

    @Spec
    CommandSpec spec;

    @Option(names = "--from", required = true, description = "First day of decision, Asia/Shanghai, yyyy-MM-dd.")
    LocalDate from;

    @Option(names = "--to", required = true, description = "Last day of decision, Asia/Shanghai, yyyy-MM-dd.")
    LocalDate to;

    @Option(
            names = "--under",
            defaultValue = "THEN",
            description = "THEN: as known then. TODAY: with the release and the listings of today. Default: THEN.")
    Replay.Under under;

    @Inject
    ReplayPeriod replayPeriod;

    @Override
    public Integer call() {
        if (to.isBefore(from)) {
            throw new picocli.CommandLine.ParameterException(
                    spec.commandLine(), "`--to` lies before `--from`; give the later day as `--to`");
        }
        long begun = System.nanoTime();
        Scorecard scorecard = replayPeriod.replay(from, to, under);
        print(scorecard, (System.nanoTime() - begun) / 1e9);
        return scorecard.different() + scorecard.failed() == 0 ? ALL_SAME : NOT_ALL_SAME;
    }

    private void print(Scorecard scorecard, double seconds) {
        PrintWriter out = spec.commandLine().getOut();
        line(out, "period", from + " to " + to);
        line(out, "under", under.name());
        line(out, "decisions", scorecard.decisions());
        line(out, "SAME", scorecard.same());
        line(out, "DIFFERENT", scorecard.different());
        for (Replay.Cause cause : Replay.Cause.values()) {
            line(out, "  by " + cause, scorecard.causes().getOrDefault(cause, 0L));
        }
        line(out, "PERSONAL_DATA_ERASED", scorecard.erased());
        line(out, "FAILED", scorecard.failed());
        line(out, "seconds", String.format(Locale.ROOT, "%.1f", seconds));
        line(out, "per second", String.format(Locale.ROOT, "%.0f", scorecard.decisions() / Math.max(seconds, 1e-3)));
        for (Replay example : scorecard.examples()) {
            for (Replay.Difference difference : example.differences()) {
                out.println(String.join(
                        "\t",
                        "different",
                        example.decision().toString(),
                        difference.what().name(),
                        String.valueOf(difference.rowCode()),
                        String.valueOf(difference.then()),
                        String.valueOf(difference.now()),
                        difference.causes().toString()));
            }
        }
        scorecard.failedExamples().forEach(id -> out.println("failed\t" + id));
        out.flush();
    }

    private static void line(PrintWriter out, String name, Object value) {
        out.println(name + "\t" + value);
    }
}
