package org.xinheng.app.command;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.xinheng.app.law.TablesCheck;
import org.xinheng.kernel.BeijingTime;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code check}: what the gate says of a folder of workbooks, for policy staff who keep theirs in git. */
@Command(
        name = "check",
        description =
                "Checks the workbooks of a folder as the release gate does, with their test cases, and prints every "
                        + "finding with its cell and how to mend it. Exits with 1 on an ERROR, else with 0. Needs no database.",
        mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init") // set by picocli before call()
public class CheckCommand implements AnsweredAtOnce {
    @Parameters(paramLabel = "FOLDER", description = "folder with registers.xlsx and memoranda/*.xlsx")
    Path folder;

    @Option(names = "--english", description = "findings in English instead of Chinese")
    boolean english;

    @Option(
            names = "--on",
            paramLabel = "DAY",
            description = "first day on which the tables would be law, yyyy-MM-dd; today by default")
    @Nullable
    LocalDate day;

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        var line = spec.commandLine();
        var findings = TablesCheck.findings(
                TablesFolder.read(folder, line), Objects.requireNonNullElseGet(day, CheckCommand::today));
        FindingsPrint.print(findings, english, line.getOut());
        return TablesCheck.refused(findings) ? 1 : 0;
    }

    static LocalDate today() {
        return LocalDate.now(BeijingTime.ZONE);
    }
}
