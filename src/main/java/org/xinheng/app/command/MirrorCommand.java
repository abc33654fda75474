package org.xinheng.app.command;

import java.io.IOException;
import java.nio.file.Path;
import org.xinheng.exchange.workbook.DecisionTableFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code mirror}: the text mirrors of a folder of workbooks, made anew. */
@Command(
        name = "mirror",
        description =
                "Writes the text mirrors of the workbooks of a folder anew under its text/, where a difference can be "
                        + "read, and prints the files that changed. Needs no database.",
        mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init") // set by picocli before call()
public class MirrorCommand implements AnsweredAtOnce {
    @Parameters(paramLabel = "FOLDER", description = "folder with registers.xlsx and memoranda/*.xlsx")
    Path folder;

    @Spec
    CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        var line = spec.commandLine();
        try {
            DecisionTableFiles.mirror(TablesFolder.there(folder, line))
                    .forEach(file -> line.getOut().println(file));
            return 0;
        } catch (IllegalArgumentException unreadable) {
            line.getErr().println(unreadable.getMessage() + "; `check` says how to mend it");
            return 1;
        }
    }
}
