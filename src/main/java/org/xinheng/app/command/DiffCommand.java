package org.xinheng.app.command;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.xinheng.app.law.TablesCheck;
import org.xinheng.exchange.workbook.TableRows;
import org.xinheng.release.Workbook;
import org.xinheng.release.difference.Difference;
import org.xinheng.release.gate.Finding;
import org.xinheng.release.gate.UnreadableWorkbook;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code diff}: what changed between two folders of workbooks, and what the gate says of the later one. */
@Command(
        name = "diff",
        description = "Prints what changed from the workbooks of folder A to those of folder B, row by row and cell by "
                + "cell; a row that only moved has not changed. Then what the release gate says of B, with its test cases. "
                + "Exits with 1 when B has an ERROR, else with 0. Needs no database.",
        mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init") // set by picocli before call()
public class DiffCommand implements AnsweredAtOnce {
    @Parameters(index = "0", paramLabel = "A", description = "folder with the workbooks before")
    Path before;

    @Parameters(index = "1", paramLabel = "B", description = "folder with the workbooks after")
    Path after;

    @Option(names = "--english", description = "words and findings in English instead of Chinese")
    boolean english;

    @Option(
            names = "--on",
            paramLabel = "DAY",
            description = "first day on which B would be law, yyyy-MM-dd; today by default")
    @Nullable
    LocalDate day;

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        var line = spec.commandLine();
        List<Workbook> was = TablesFolder.read(before, line);
        List<Workbook> is = TablesFolder.read(after, line);
        List<Finding> findings = TablesCheck.findings(is, Objects.requireNonNullElseGet(day, CheckCommand::today));
        try {
            DifferencePrint.print(Difference.between(TableRows.of(was), TableRows.of(is)), english, line.getOut());
        } catch (UnreadableWorkbook unreadable) {
            line.getErr().println(sentence(unreadable));
            FindingsPrint.print(findings, english, line.getOut());
            return 1;
        }
        FindingsPrint.print(findings, english, line.getOut());
        return TablesCheck.refused(findings) ? 1 : 0;
    }

    private String sentence(UnreadableWorkbook unreadable) {
        return (english
                        ? "`%s` cannot be read as a workbook (%s), so nothing can be compared; `check` says how to mend it"
                        : "`%s` 不能作为工作簿读取（%s），无从比较；修改方法见 `check`")
                .formatted(unreadable.workbook(), unreadable.why());
    }
}
