package org.xinheng.app.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code version}: answered before anything is started. */
@Command(name = "version", description = "Prints the version.", mixinStandardHelpOptions = true)
public class VersionCommand implements AnsweredAtOnce {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call()
    CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine().getOut().println(ProgramVersion.text());
        return 0;
    }
}
